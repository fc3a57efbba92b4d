# Sourced by the launchers, of a checkout and of an archive. `start_holdfast JAVA JAR HOME ARGS…` becomes the command.
#
# Most of what is asked is done in seconds: there the compiler that is quick to be done and the collector without threads of its own take half of the processor's time. Long
# replays want the others. That compiler alone is given little room for what it makes, and tidies all memory up, with everybody waiting, when a part of it is full: it has as much as the
# two together.
start_holdfast() {
  java=$1
  jar=$2
  home=$3
  shift 3
  quick="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m"
  case "${1-}" in
    examine | brief | diff | check | fmt | territory | new | draft | export | read | completion | mapping) tuned=$quick ;;
    # The solver's messages are protobuf's, which still reads memory in a way that Java warns of.
    match) tuned="-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" ;;
    # Nobody is to wait while memory is tidied up.
    serve) tuned=-XX:+UseG1GC ;;
    *)
      if is_much "$@"; then
        tuned=-XX:+UseParallelGC
      else
        tuned=$quick
      fi
      ;;
  esac
  # Classes as the first use left them. Where they do not fit, Java does without: of that nobody needs to be told.
  prepared=$(prepared_for "$jar")
  if [ -f "$prepared" ]; then
    tuned="$tuned -Xlog:disable -XX:AOTCache=$prepared"
  fi
  exec "$java" $tuned -XX:+UseCompactObjectHeaders -Dholdfast.home="$home" ${HOLDFAST_JAVA_OPTS-} -jar "$jar" "$@"
}

# True where a folder, a database or a file of more than four megabytes is to be read.
is_much() {
  for given in "$@"; do
    case "$given" in
      jdbc:* | postgresql:*) return 0 ;;
    esac
    if [ -d "$given" ] && [ ! -f "$given/agreement.md" ]; then return 0; fi
    if [ -f "$given" ] && [ -n "$(find -L "$given" -prune -size +4096k 2>/dev/null)" ]; then return 0; fi
  done
  return 1
}

# Beside the jar. No blank may stand in it: the launcher has no other way to hand options on.
prepared_for() {
  case "$1" in
    *[[:space:]]*) ;;
    *) printf '%s\n' "${1%.jar}.aot" ;;
  esac
}

# `prepare_holdfast JAVA JAR HOME`: does once what people do first, so that the command begins sooner from then on. It may fail without harm.
prepare_holdfast() {
  prepared=$(prepared_for "$2")
  [ -n "$prepared" ] || return 0
  rm -f "$prepared" "$prepared.new"
  if "$1" -XX:AOTCacheOutput="$prepared.new" -Xlog:disable -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Dholdfast.home="$3" -cp "$2" holdfast.cli.FirstUse >/dev/null 2>&1 </dev/null; then
    mv -f "$prepared.new" "$prepared" 2>/dev/null
  fi
  rm -f "$prepared.new" "$prepared.new.config"
  return 0
}
