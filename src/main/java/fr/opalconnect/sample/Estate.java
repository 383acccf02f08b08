package fr.opalconnect.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some forty dwellings that lie together: an estate with buildings, or a street of small houses.
///
/// @param rentPerMetre in cents per square metre and month
record Estate(
        int number,
        Territory.AgencyArea area,
        Row.Adviser adviser,
        Territory.Commune commune,
        String name,
        String street,
        int firstHouse,
        boolean houses,
        boolean heated,
        int rentPerMetre,
        int chargesMonth) {
    static final int SIZE = 40;
    private static final int PER_BUILDING = 14;
    private static final int PER_FLOOR = 3;
    private static final int FIRST_NUMBER = 1000;
    private static final List<String> NAMES = Lists.read("estates.txt");
    private static final List<String> STREETS = Lists.read("streets.txt");

    static Estate of(long seed, int index, Territory territory) {
        Dice dice = Dice.of(seed, Dice.Topic.ESTATE, index);
        Territory.AgencyArea area = territory.area(dice);
        Territory.Commune commune = territory.commune(area, dice);
        boolean houses = dice.chance(0.14);
        return new Estate(
                FIRST_NUMBER + index,
                area,
                territory.adviser(area, dice),
                commune,
                dice.chance(0.2) ? "Résidence \"" + dice.pick(NAMES) + "\"" : dice.pick(NAMES),
                dice.pick(STREETS),
                dice.between(1, 60),
                houses,
                !houses && dice.chance(0.62),
                dice.between(490, 690),
                dice.between(5, 10));
    }

    /// @param place from 0 to [#SIZE]
    Row.Dwelling dwelling(int place, Kind kind, int surface) {
        int building = houses ? 0 : place / PER_BUILDING;
        int inBuilding = houses ? place : place % PER_BUILDING;
        int floor = houses ? 0 : inBuilding / PER_FLOOR;
        int door = houses ? place + 1 : floor * 100 + inBuilding % PER_FLOOR + 1;
        return row(
                building + 1,
                door,
                "T" + kind.rooms,
                houses ? null : floorName(floor),
                houses ? null : Integer.toString(door),
                houses ? null : Character.toString('A' + building),
                houses || number % 3 > 0 ? null : inBuilding % PER_FLOOR == 0 ? "1" : "2",
                (firstHouse + 2 * (houses ? place : building)) + (place % 11 == 7 ? " bis" : ""),
                surface);
    }

    /// A place for a car.
    Row.Dwelling parking(int place, boolean garage) {
        return row(
                90,
                place + 1,
                garage ? "GARAGE" : "PARKING",
                null,
                Integer.toString(place + 1),
                null,
                null,
                Integer.toString(firstHouse),
                0);
    }

    private Row.Dwelling row(
            int building,
            int door,
            String type,
            @Nullable String floor,
            @Nullable String doorName,
            @Nullable String buildingName,
            @Nullable String staircase,
            String house,
            int surface) {
        return new Row.Dwelling(
                "%04d-%02d-%03d".formatted(number, building, door),
                type,
                floor,
                doorName,
                buildingName,
                staircase,
                name,
                house + " " + street,
                commune.postcode(),
                commune.name(),
                surface,
                area.row().code(),
                adviser.code());
    }

    private static String floorName(int floor) {
        return floor == 0 ? "RDC" : Integer.toString(floor);
    }

    /// How many rooms, with the surfaces and the share of the stock that go with them.
    enum Kind {
        T1(1, 24, 36, 7),
        T2(2, 40, 54, 20),
        T3(3, 56, 72, 36),
        T4(4, 70, 88, 26),
        T5(5, 86, 104, 9),
        T6(6, 102, 125, 2);

        final int rooms;
        final int smallest;
        final int largest;
        private final int weight;

        Kind(int rooms, int smallest, int largest, int weight) {
            this.rooms = rooms;
            this.smallest = smallest;
            this.largest = largest;
            this.weight = weight;
        }

        static Kind draw(Dice dice) {
            return dice.pick(List.of(values()), kind -> kind.weight);
        }
    }
}
