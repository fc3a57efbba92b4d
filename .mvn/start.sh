# Sourced by the launchers, of a checkout and of an archive. `start_holdfast JAVA JAR HOME ARGS…` becomes the command.
#
# A text is played through in half a minute at most: there the compiler that is quick to be done and the collector without threads of its own take two thirds of the
# processor's time. Long replays want the others.
start_holdfast() {
  java=$1
  jar=$2
  home=$3
  shift 3
  case "${1-}" in
    examine | brief | diff | check | fmt | territory | new | draft | export | read) tuned="-XX:+UseSerialGC -XX:TieredStopAtLevel=1" ;;
    # The solver's messages are protobuf's, which still reads memory in a way that Java warns of.
    match) tuned="-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" ;;
    *) tuned=-XX:+UseParallelGC ;;
  esac
  exec "$java" $tuned -Xshare:auto -Dholdfast.home="$home" ${HOLDFAST_JAVA_OPTS-} -jar "$jar" "$@"
}
