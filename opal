#!/bin/sh
# The one entry: finds a JDK 25, builds when something changed, then hands over to the program.
#   ./opal demo | test | prove | film | bench NAME | check PACKAGE | import PACKAGE | export FOLDER | make-package … | staff … | vault … | serve | help
set -eu
# Where the script really is, also when it is called by a link.
script=$(readlink -f -- "$0" 2>/dev/null || printf '%s' "$0")
here=$(CDPATH='' cd -- "$(dirname -- "$script")" && pwd)
jar="$here/target/opal.jar"
# The same program with its libraries beside it, which starts faster, and what the JVM knows of it beforehand.
fast="$here/target/opal/opal.jar"
cache="$here/target/opal/opal.aot"
# Made last: a build that was interrupted is begun again.
built="$here/target/opal/built"
# One collector everywhere; the log of the JVM itself would say why it cannot use the cache, which harms nobody.
options="-XX:+UseSerialGC -Xmx512m -Xlog:disable -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED"

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
    on_path=$(command -v javac || true)
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        on_path=$(dirname "$(dirname "$on_path")")
    fi
    mine=${HOME:-/nonexistent}
    for home in "${JAVA_HOME:-/nonexistent}" "${on_path:-/nonexistent}" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk* "$mine"/.sdkman/candidates/java/* "$mine"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if is_jdk "$home"; then
            printf '%s' "$home"
            return
        fi
    done
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

# Debian's chromium without its windows: the tests need a third less of the machine than with the whole one.
need_browser() {
    if [ -n "${OPAL_BROWSER:-}" ] || command -v chromium-headless-shell >/dev/null 2>&1; then
        return
    fi
    if command -v chromium >/dev/null 2>&1; then
        [ "$(id -u)" != 0 ] || apt_get chromium-headless-shell || true
    else
        # Anywhere else than on Debian, Playwright brings a browser of its own.
        apt_get chromium-headless-shell || apt_get chromium ||
            printf 'No Debian chromium here: Playwright fetches its own browser.\n' >&2
    fi
}

maven() {
    # Someone without a home of their own, such as 'nobody', keeps Maven's files here.
    if [ ! -w "${HOME:-/nonexistent}" ]; then
        set -- "-Dmaven.repo.local=$here/.opal/maven" "$@"
    fi
    (cd "$here" && mvn -B -ntp "$@")
}

build() {
    if [ -f "$built" ] && [ -z "$(find "$here/src/main" "$here/pom.xml" -newer "$built" 2>/dev/null | head -n 1)" ]; then
        return
    fi
    [ -w "$here" ] || fail "The program is not built yet, and you may not write to $here. Let its owner run ./opal help once."
    need_maven
    printf 'Building…\n' >&2
    rm -rf "$here/target/opal"
    said=$(maven -q package -Dmaven.test.skip=true 2>&1) || {
        printf '%s\n' "$said" >&2
        fail "The build failed; the lines above say where."
    }
    rehearse || printf 'The start could not be rehearsed; it works, a little slower.\n' >&2
    mkdir -p "$here/target/opal"
    : >"$built"
}

# Lays the libraries out and starts once, so that the JVM remembers which classes a start needs.
rehearse() {
    printf 'Rehearsing the start…\n' >&2
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$here/target/opal" >/dev/null 2>&1 &&
        # shellcheck disable=SC2086 # the options are words of their own
        OPAL_DATABASE_URL='' "$JAVA_HOME/bin/java" $options -XX:AOTCacheOutput="$cache" -jar "$fast" rehearse >/dev/null 2>&1 &&
        [ -f "$cache" ]
}

JAVA_HOME=$(find_jdk)
[ -n "$JAVA_HOME" ] || fail "No JDK 25 found. Install one (for instance Temurin 25), or set JAVA_HOME to it."
export JAVA_HOME

case "${1:-help}" in
test)
    need_maven
    need_browser
    shift
    maven verify "$@"
    ;;
prove)
    # The same, with all that takes long repeated as often as it should bear: killed, paid, printed, reckoned; and
    # compiled anew, as it is looked at more closely.
    need_maven
    need_browser
    shift
    rm -rf "$here/target/classes" "$here/target/test-classes"
    maven verify -Dprove=true "$@"
    ;;
film)
    # The film and the pictures of the app, recorded anew from the real pages.
    need_maven
    need_browser
    command -v ffmpeg >/dev/null 2>&1 || apt_get ffmpeg || fail "ffmpeg is missing. Install it, then start again."
    maven -q test -Dtest=FilmOfTheApp -Dsurefire.failIfNoSpecifiedTests=false
    ;;
format)
    need_maven
    maven -q spotless:apply
    ;;
*)
    build
    [ -f "$fast" ] || fast=$jar
    # A demonstration is looked at, not worked with: the JVM's second compiler would take more than half of the
    # processor's time until it is ready. The room for code is small by itself where there is only the first.
    [ "${1:-help}" != demo ] || options="$options -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m"
    # shellcheck disable=SC2086 # the options are words of their own
    exec "$JAVA_HOME/bin/java" $options -XX:AOTCache="$cache" -Dopal.home="$here" -jar "$fast" "$@"
    ;;
esac
