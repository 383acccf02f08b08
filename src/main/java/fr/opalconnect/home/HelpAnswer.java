package fr.opalconnect.home;

import java.util.List;

/// A question and its answer.
///
/// @param id    its anchor, the same in each language
/// @param words what people may search for that the text does not say
/// @param phone whether the landlord's number stands below
record HelpAnswer(String id, String question, String words, List<Block> blocks, List<Link> links, boolean phone) {
    /// A paragraph, or several lines with bullets.
    record Block(List<String> lines, boolean bullets) {}

    record Link(String to, String label) {}

    HelpAnswer {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
    }

    String text() {
        return String.join(
                " ", blocks.stream().flatMap(block -> block.lines().stream()).toList());
    }
}
