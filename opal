#!/bin/sh
# The one entry: finds a JDK 25, builds when something changed, then hands over to the program.
#   ./opal demo | test | bench NAME | check PACKAGE | import PACKAGE | make-package … | serve | help
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
jar="$here/target/opal.jar"

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

# A JDK counts when its own release file says 25 or later and it can compile.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${major:-0}" -ge 25 ]
}

find_jdk() {
    for home in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if is_jdk "$home"; then
            printf '%s' "$home"
            return
        fi
    done
    on_path=$(command -v javac || true)
    if [ -n "$on_path" ]; then
        home=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")")")
        if is_jdk "$home"; then
            printf '%s' "$home"
        fi
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        return 1
    fi
}

# Installs a Debian package where apt is there and may be used.
apt_get() {
    command -v apt-get >/dev/null 2>&1 || return 1
    printf 'Installing %s…\n' "$1" >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null 2>&1 && return
    as_root apt-get update -qq >/dev/null 2>&1 || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null 2>&1
}

need_maven() {
    command -v mvn >/dev/null 2>&1 || apt_get maven ||
        fail "Maven is missing (3.8 or later). Install it, then start again."
}

build() {
    if [ ! -f "$jar" ] || [ -n "$(find "$here/src/main" "$here/pom.xml" -newer "$jar" 2>/dev/null | head -n 1)" ]; then
        need_maven
        printf 'Building…\n' >&2
        (cd "$here" && mvn -q -B -ntp package -Dmaven.test.skip=true -Dspotless.check.skip=true) ||
            fail "The build failed; the lines above say where."
    fi
}

JAVA_HOME=$(find_jdk)
[ -n "$JAVA_HOME" ] || fail "No JDK 25 found. Install one (for instance Temurin 25), or set JAVA_HOME to it."
export JAVA_HOME

case "${1:-help}" in
test)
    need_maven
    if [ -z "${OPAL_BROWSER:-}" ] && ! command -v chromium >/dev/null 2>&1; then
        # Anywhere else than on Debian, Playwright brings a browser of its own.
        apt_get chromium || printf 'No Debian chromium here: Playwright fetches its own browser.\n' >&2
    fi
    shift
    cd "$here"
    exec mvn -B -ntp verify "$@"
    ;;
format)
    need_maven
    cd "$here"
    exec mvn -q -B -ntp spotless:apply
    ;;
*)
    build
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -XX:TieredStopAtLevel=4 \
        --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"
    ;;
esac
