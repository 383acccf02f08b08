package fr.opalconnect.sample;

import java.util.ArrayList;
import java.util.List;

/// The landlord's eight agencies in the Aisne, their advisers, and the communes they look after. The communes and
/// postcodes are real; the agencies' addresses and telephone numbers are not.
final class Territory {
    static final String HOURS = "du lundi au vendredi,\n8 h 30 – 12 h et 13 h 30 – 17 h";
    private static final List<AgencyArea> AREAS =
            Lists.read("agencies.csv").stream().map(Territory::area).toList();

    private final List<Row.Adviser> advisers;

    /// @param leases how many there are to look after: an adviser knows some five hundred of them
    Territory(long seed, int leases) {
        this.advisers = advisers(seed, leases);
    }

    record Commune(String name, String postcode, int weight) {}

    record AgencyArea(Row.Agency row, int weight, List<Commune> communes) {}

    List<Row.Agency> agencies() {
        return AREAS.stream().map(AgencyArea::row).toList();
    }

    List<Row.Adviser> advisers() {
        return advisers;
    }

    AgencyArea area(Dice dice) {
        return dice.pick(AREAS, AgencyArea::weight);
    }

    Commune commune(AgencyArea area, Dice dice) {
        return dice.pick(area.communes(), Commune::weight);
    }

    Row.Adviser adviser(AgencyArea area, Dice dice) {
        return dice.pick(advisers.stream()
                .filter(adviser -> adviser.agency().equals(area.row().code()))
                .toList());
    }

    private static List<Row.Adviser> advisers(long seed, int leases) {
        List<Row.Adviser> all = new ArrayList<>();
        for (AgencyArea area : AREAS) {
            String agency = area.row().code();
            int wanted = Math.max(2, leases * area.weight() / 100 / 500);
            List<Row.Adviser> named = CastStaff.advisersOf(agency);
            all.addAll(named);
            for (int i = named.size(); i < wanted; i++) {
                Dice dice = Dice.of(seed, Dice.Topic.PERSON, -agency.hashCode(), i);
                People.Name name = People.name(dice);
                String code = "%s%02d".formatted(agency, i + 1);
                all.add(new Row.Adviser(
                        code, name.first(), name.last(), agency, People.email(name), Phones.landline(dice)));
            }
        }
        return List.copyOf(all);
    }

    private static AgencyArea area(String line) {
        String[] parts = line.split(";", -1);
        String number = "03 53 01 %02d 00".formatted(10 + 10 * (parts[0].hashCode() & 7));
        Row.Agency row = new Row.Agency(
                parts[0],
                "Agence de " + parts[1],
                number,
                parts[0].toLowerCase(java.util.Locale.ROOT) + "@opal.example.org",
                parts[3],
                parts[2],
                parts[1],
                HOURS);
        List<Commune> communes = java.util.Arrays.stream(parts[5].split(",", -1))
                .map(Territory::commune)
                .toList();
        return new AgencyArea(row, Integer.parseInt(parts[4]), communes);
    }

    /// `Anizy-le-Grand 02320 6`; the name may hold spaces.
    private static Commune commune(String words) {
        int weight = words.lastIndexOf(' ');
        int postcode = words.lastIndexOf(' ', weight - 1);
        return new Commune(
                words.substring(0, postcode),
                words.substring(postcode + 1, weight),
                Integer.parseInt(words.substring(weight + 1)));
    }
}
