package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Tonight's lines beside those of the last package.
class KnownLinesTest {
    private static final int LINES = 200_000;

    @Test
    void the_same_lines_in_the_same_order_are_all_met() {
        assertThat(walk(lines(), lines())).isEqualTo(new Walked(LINES, 0));
    }

    @Test
    void of_lines_changed_here_and_there_only_those_are_new() {
        List<Long> tonight = lines();
        for (int i = 0; i < LINES; i += 100) {
            tonight.set(i, -tonight.get(i) - 1);
        }
        assertThat(walk(lines(), tonight)).isEqualTo(new Walked(LINES - LINES / 100, LINES / 100));
    }

    @Test
    void lines_that_came_in_between_disturb_nobody() {
        List<Long> tonight = lines();
        tonight.addAll(
                50_000, LongStream.range(0, 100_000).map(i -> -i - 1).boxed().toList());
        assertThat(walk(lines(), tonight)).isEqualTo(new Walked(LINES, 0));
    }

    @Test
    void a_long_stretch_that_is_gone_costs_no_more_than_reading_on() {
        List<Long> tonight = lines();
        tonight.subList(50_000, 120_000).clear();
        Walked walked = walk(lines(), tonight);
        assertThat(walked.left).isGreaterThanOrEqualTo(70_000);
        assertThat(walked.met).isGreaterThan(80_000);
    }

    @Test
    void lines_that_moved_a_little_are_met_all_the_same() {
        List<Long> tonight = lines();
        Random random = new Random(7);
        for (int i = 0; i + 5000 < LINES; i += 5000) {
            Collections.shuffle(tonight.subList(i, i + 5000), random);
        }
        assertThat(walk(lines(), tonight)).isEqualTo(new Walked(LINES, 0));
    }

    @Test
    void a_line_is_met_as_often_as_it_was_there() {
        assertThat(walk(List.of(1L, 1L, 2L), List.of(1L, 1L, 1L, 2L))).isEqualTo(new Walked(3, 0));
    }

    @Test
    void a_file_in_a_wholly_other_order_is_hopeless() {
        List<Long> before = LongStream.range(0, 1_200_000).boxed().toList();
        List<Long> tonight = new ArrayList<>(before);
        Collections.reverse(tonight);
        KnownLines known = known(before);
        assertThat(tonight).anyMatch(line -> {
            known.meets(line);
            return known.isHopeless();
        });
    }

    @Test
    void the_keys_of_what_was_not_met_are_left() {
        KnownLines known = known(List.of(10L, 20L, 30L));
        known.meets(20);
        assertThat(known.metChunk().keys()[known.metChunk().keyStart(known.metLine()) + 2])
                .isEqualTo((byte) 20);
        assertThat(known.left().toBytes()).containsExactly(0, 1, 10, 0, 1, 30);
    }

    private record Walked(int met, int left) {}

    private static Walked walk(List<Long> before, List<Long> tonight) {
        KnownLines known = known(before);
        int met = (int) tonight.stream().filter(known::meets).count();
        int left = known.left().size();
        assertThat(met + left).isEqualTo(before.size());
        return new Walked(met, left);
    }

    /// Each line is its own fingerprint; its key is its last byte.
    private static KnownLines known(List<Long> lines) {
        int chunks = (lines.size() + KnownChunk.SIZE - 1) / KnownChunk.SIZE;
        return new KnownLines(chunks, chunk -> {
            List<Long> part =
                    lines.subList(chunk * KnownChunk.SIZE, Math.min(lines.size(), (chunk + 1) * KnownChunk.SIZE));
            ByteBuffer fingerprints = ByteBuffer.allocate(part.size() * Long.BYTES);
            ByteBuffer keys = ByteBuffer.allocate(part.size() * 3);
            part.forEach(line -> {
                fingerprints.putLong(line);
                keys.put((byte) 0).put((byte) 1).put(line.byteValue());
            });
            return new KnownChunk(fingerprints.array(), keys.array(), 1);
        });
    }

    private static List<Long> lines() {
        return new ArrayList<>(LongStream.range(0, LINES).boxed().toList());
    }
}
