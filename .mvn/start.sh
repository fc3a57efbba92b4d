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
  kept=commands
  case "${1-}" in
    examine | brief | diff | check | fmt | territory | new | draft | export | read | completion | mapping) tuned=$quick ;;
    # The solver's messages are protobuf's, which still reads memory in a way that Java warns of.
    match) tuned="-XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow" ;;
    # Nobody is to wait while memory is tidied up.
    serve)
      tuned=-XX:+UseG1GC
      kept=serve
      ;;
    *)
      if is_much "$@"; then
        tuned=-XX:+UseParallelGC
      else
        tuned=$quick
      fi
      ;;
  esac
  # Classes as the first use left them. Where they do not fit, Java does without: of that nobody needs to be told.
  prepared=$(prepared_for "$jar" $kept)
  if [ -f "$prepared" ]; then
    tuned="$tuned -Xlog:disable -XX:AOTCache=$prepared"
    # At the address for which they were made: to adapt them to another takes a tenth of a short command. A server, to which strangers speak, keeps an address that cannot be known.
    [ $kept = serve ] || tuned="$tuned -XX:+UnlockDiagnosticVMOptions -XX:+IgnoreUnrecognizedVMOptions -XX:ArchiveRelocationMode=0"
  fi
  exec "$java" $tuned $always -Dholdfast.home="$home" ${HOLDFAST_JAVA_OPTS-} -cp "$jar" holdfast.cli.Main "$@"
}

# In both lives of what is kept the same, or it does not fit. By `-cp`, since `-jar` opens the jar and its forty thousand entries, which nobody needs whose classes are kept; what the jar says about native code is said here.
always="-XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED"

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

# `prepared_for JAR commands|serve`: beside the jar. No blank may stand in it: the launcher has no other way to hand options on.
prepared_for() {
  case "$1" in
    *[[:space:]]*) ;;
    *) printf '%s\n' "${1%.jar}-$2.aot" ;;
  esac
}

# `prepare_holdfast JAVA JAR HOME`: does once what people do first, so that the command begins sooner from then on. It may fail without harm.
prepare_holdfast() {
  prepare_use "$1" "$2" "$3" commands &
  prepare_use "$1" "$2" "$3" serve
  wait $!
  return 0
}

# What is kept is linked at each start, needed or not: so the server's classes, which are as many again, are kept apart.
prepare_use() {
  prepared=$(prepared_for "$2" "$4")
  [ -n "$prepared" ] || return 0
  rm -f "$prepared" "$prepared.new"
  if "$1" -XX:AOTCacheOutput="$prepared.new" -Xlog:disable -XX:+UseSerialGC $always -Dholdfast.home="$3" -cp "$2" holdfast.cli.FirstUse "$4" >/dev/null 2>&1 </dev/null; then
    mv -f "$prepared.new" "$prepared" 2>/dev/null
  fi
  rm -f "$prepared.new" "$prepared.new.config"
}
