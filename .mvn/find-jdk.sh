# Sourced by mvnw and holdfast. `find_jdk` sets `jdk` to the home of a JDK that is new enough,
# or says what is missing and returns 1. It starts no process unless it has to ask PATH.

needed_java=25

# The feature release of the JDK at "$1" (25 for 25.0.3), or nothing where there is no JDK.
jdk_release() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r key value; do
    if [ "$key" = JAVA_VERSION ]; then
      value=${value#\"}
      value=${value%\"}
      printf '%s\n' "${value%%[!0-9]*}"
      return 0
    fi
  done <"$1/release"
}

jdk_fits() {
  release=$(jdk_release "$1")
  [ -n "$release" ] && [ "$release" -ge "$needed_java" ]
}

find_jdk() {
  if [ -n "${HOLDFAST_JAVA_HOME-}" ]; then
    jdk=$HOLDFAST_JAVA_HOME
    jdk_fits "$jdk" && return 0
    echo "holdfast: HOLDFAST_JAVA_HOME is \`$jdk\`, which holds no JDK $needed_java or newer" >&2
    echo "  help: point it at one, or unset it to have one looked for" >&2
    return 1
  fi
  for jdk in "${JAVA_HOME-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/*; do
    if [ -n "$jdk" ] && jdk_fits "$jdk"; then return 0; fi
  done
  javac=$(command -v javac 2>/dev/null) && javac=$(readlink -f "$javac" 2>/dev/null) && [ -n "$javac" ] && {
    jdk=${javac%/bin/javac}
    jdk_fits "$jdk" && return 0
  }
  jdk=
  echo "holdfast: no JDK $needed_java or newer was found" >&2
  echo "  looked in: HOLDFAST_JAVA_HOME, JAVA_HOME, /usr/lib/jvm, /opt/java, ~/.sdkman, ~/.jdks, PATH" >&2
  echo "  help: install one (Eclipse Temurin $needed_java; on Debian or Ubuntu a package such as temurin-$needed_java-jdk or openjdk-$needed_java-jdk)," >&2
  echo "        or, if you have one elsewhere: export HOLDFAST_JAVA_HOME=<its folder>" >&2
  return 1
}
