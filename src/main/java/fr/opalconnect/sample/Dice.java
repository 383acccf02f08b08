package fr.opalconnect.sample;

import java.util.List;
import java.util.function.ToIntFunction;

/// Chance that depends only on what it is asked about: the same seed, thing and month give the same numbers, whatever
/// was drawn before. So two packages of one landlord, made on different days, tell the same past. (SplitMix64.)
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, Topic topic, long thing, long month) {
        long mixed = mix(seed + topic.number * 0x9E3779B97F4A7C15L);
        return new Dice(mix(mix(mixed + thing) + month));
    }

    static Dice of(long seed, Topic topic, long thing) {
        return of(seed, topic, thing, 0);
    }

    /// What is being drawn, so that one drawing does not move another.
    enum Topic {
        ESTATE(1),
        HOUSEHOLD(2),
        PERSON(3),
        LEASE(4),
        TERM(5),
        PAYMENT(6),
        PAPER(7),
        NIGHT(8);

        private final int number;

        Topic(int number) {
            this.number = number;
        }
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /// From 0 to 1, without 1.
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    int between(int low, int high) {
        return low + (int) ((high - low + 1) * share());
    }

    <T> T pick(List<T> things) {
        return things.get(between(0, things.size() - 1));
    }

    /// One of some things, each as likely as its weight says.
    <T> T pick(List<T> things, ToIntFunction<T> weight) {
        return things.get(weighted(things.stream().mapToInt(weight).toArray()));
    }

    /// The index of a weight, drawn in proportion.
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int drawn = between(0, sum - 1);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index++];
        }
        return index;
    }
}
