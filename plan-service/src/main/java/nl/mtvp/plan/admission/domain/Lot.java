package nl.mtvp.plan.admission.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.mtvp.kernel.identity.Agb;

/**
 * One lot of a draw: a hub or a later-starting practice (D18). Every lot has the same weight; its ION are those of its
 * members, of whom there is at least one.
 */
public record Lot(String id, LotKind kind, long ion, List<Member> members) {

    /** The order of lots in a pool: by id, as unsigned UTF-8 bytes. */
    public static final Comparator<Lot> BY_ID = (one, other) -> Arrays.compareUnsigned(one.idBytes(), other.idBytes());

    /** What a lot stands for. Lots of practices have their turn after all lots of hubs. */
    public enum LotKind {
        HUB,
        PRACTICE
    }

    /** A practice in a lot, with its ION at the freeze. */
    public record Member(Agb agb, long ion) {}

    public Lot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        members = List.copyOf(members);
        if (ion <= 0 || ion != members.stream().mapToLong(Member::ion).sum()) {
            throw new IllegalArgumentException("a lot has the ION of its members, and some: " + id);
        }
    }

    public static Lot ofHub(String region, String hub, List<Member> members) {
        return of("hub:" + region + "/" + hub, LotKind.HUB, members);
    }

    public static Lot ofPractice(Member member) {
        return of("practice:" + member.agb(), LotKind.PRACTICE, List.of(member));
    }

    private static Lot of(String id, LotKind kind, List<Member> members) {
        var sorted = members.stream().sorted(Comparator.comparing(Member::agb)).toList();
        return new Lot(id, kind, sorted.stream().mapToLong(Member::ion).sum(), sorted);
    }

    byte[] idBytes() {
        return id.getBytes(StandardCharsets.UTF_8);
    }
}
