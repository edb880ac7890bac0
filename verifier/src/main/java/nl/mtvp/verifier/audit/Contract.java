package nl.mtvp.verifier.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A contract with all that was ever known of it, and what the check has come across for its quarters. */
final class Contract {

    /** Something that takes back a part of the money over a period, in ten-thousandths (D34). */
    record Clawback(LocalDate from, LocalDate until, long tenThousandths, Source source) {}

    /** A percentage (in ten-thousandths) or cents per ION that goes to an RHO (D49). */
    record Share(String rho, Long tenThousandths, Long centsPerIon) {}

    /** The last posted line of a quarter: whether anything was booked up to then, and from which facts it came. */
    static final class Booked {
        UUID lineId;
        Inputs inputs;
        boolean ever;
        Amounts entries = Amounts.ZERO;
    }

    final UUID id;
    final String uzovi;
    final String kvk;
    final Fact<String> signed;
    final List<Fact<String>> holders = new ArrayList<>();
    final List<Fact<Boolean>> endings = new ArrayList<>();
    final List<Fact<Long>> clawbacks = new ArrayList<>();
    final List<Fact<Long>> offsets = new ArrayList<>();
    final List<Fact<Share>> shares = new ArrayList<>();
    final Map<Quarter, Booked> booked = new HashMap<>();

    /** @param signed the contract itself: the AGB of who accepted it, from its intended start on */
    Contract(UUID id, String uzovi, String kvk, Fact<String> signed) {
        this.id = id;
        this.uzovi = uzovi;
        this.kvk = kvk;
        this.signed = signed;
    }
}
