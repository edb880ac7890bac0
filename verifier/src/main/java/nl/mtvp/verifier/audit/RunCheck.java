package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Recomputes posted runs from the facts, and compares their lines and hashes (D41-D46, D49). */
final class RunCheck {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final FactBook facts;
    private final NdjsonFile<Line> lines;
    private final Differences differences;
    private final Map<UUID, Run> toCome = new HashMap<>();
    private final Map<String, Run> before = new HashMap<>();
    private long checked;

    /** What a part must have become in the ledger. */
    record Booking(Expected line, Part part, UUID lineId) {}

    private record Key(UUID contractId, Quarter quarter) {}

    RunCheck(FactBook facts, NdjsonFile<Run> runs, NdjsonFile<Line> lines, Differences differences) {
        this.facts = facts;
        this.lines = lines;
        this.differences = differences;
        runs.takeAll(run -> {
            boolean first = toCome.put(run.id(), run) == null;
            differences.at(run.where()).require(first, "run " + run.id() + " stands twice");
        });
    }

    long checked() {
        return checked;
    }

    /** Checks the run of a posting, and gives what its entries must be. */
    List<Booking> check(Posting posting) {
        var run = toCome.remove(posting.runId());
        if (run == null) {
            differences.add(
                    posting.where(), "books run " + posting.runId() + ", which is not there or was posted before");
            return null;
        }
        about(run, posting);
        var expected = Expected.of(run, facts);
        var there = ofRun(run);
        var hash = Hashes.sha256();
        hash.update(("proposal|" + run.uzovi() + "|" + run.quarter() + "\n").getBytes(UTF_8));
        var bookings = new ArrayList<Booking>();
        for (var line : expected) {
            hash.update(line.canonical().getBytes(UTF_8));
            var told = there.remove(new Key(line.contract().id, line.inputs().quarter()));
            if (told == null) {
                differences.add(
                        "lines.ndjson",
                        "run " + run.id() + ": the line of " + line.about() + " is missing: "
                                + (line.parts().isEmpty() ? line.zeroReason() : line.parts()));
            } else {
                compare(line, told);
            }
            var id = told == null ? null : told.id();
            line.parts().forEach(part -> bookings.add(new Booking(line, part, id)));
            line.posted(id);
        }
        there.values().forEach(line -> differences.add(line.where(), "the facts give no line for " + line.about()));
        differences.at(run.where()).same("proposalHash", Hashes.hex(hash), run.proposalHash());
        return bookings;
    }

    private void about(Run run, Posting posting) {
        var here = differences.at(run.where());
        here.same("uzovi", posting.uzovi(), run.uzovi());
        here.same("postedAt", posting.bookedAt(), run.postedAt());
        here.require(!run.madeBy().equals(run.approvedBy()), "approved by who made it (D46)");
        here.require(run.cutOff().isBefore(run.postedAt()), "posted before its cut-off");
        here.require(!run.approvedAt().isAfter(run.postedAt()), "posted before its approval");
        here.require(!run.madeAt().isAfter(run.approvedAt()), "approved before it was made");
        var day = run.cutOff().atZone(HERE).toLocalDate();
        here.require(!run.quarter().peildatum().isAfter(day), "its peildatum lies in the future (D46)");
        var last = before.put(run.uzovi(), run);
        if (last != null) {
            here.require(run.quarter().compareTo(last.quarter()) >= 0, "an earlier quarter than the run before");
            here.require(run.cutOff().isAfter(last.postedAt()), "its cut-off lies before the posting before");
        }
    }

    private Map<Key, Line> ofRun(Run run) {
        var there = new HashMap<Key, Line>();
        Line previous = null;
        for (var line = next(run); line != null; line = next(run)) {
            checked++;
            if (!line.runId().equals(run.id())) {
                differences.add(line.where(), "stands among the lines of run " + run.id() + ": " + line.about());
                continue;
            }
            var here = differences.at(line.where());
            here.require(previous == null || isBefore(previous, line), "is out of order: " + line.about());
            boolean first = there.put(new Key(line.contractId(), line.quarter()), line) == null;
            here.require(first, "is the second line for " + line.about());
            previous = line;
        }
        return there;
    }

    private Line next(Run run) {
        return lines.takeOf(run.id(), Line::runId, toCome.keySet());
    }

    private static boolean isBefore(Line one, Line other) {
        int order = one.contractId().toString().compareTo(other.contractId().toString());
        return order < 0 || order == 0 && one.quarter().compareTo(other.quarter()) < 0;
    }

    private void compare(Expected line, Line told) {
        var here = differences.at(told.where() + ", " + told.about());
        here.same("uzovi", line.contract().uzovi, told.uzovi());
        here.same("agb", line.agb(), told.agb());
        line.inputs().compare(told.inputs(), here);
        here.same("duePractice", line.due().practice(), told.duePractice());
        here.same("dueRho", line.due().rho(), told.dueRho());
        here.same("parts", line.parts(), told.parts());
        here.same("zeroReason", line.zeroReason(), told.zeroReason());
        if (line.old() == null || line.previousLineId() != null) {
            here.same("previousLineId", line.previousLineId(), told.previousLineId());
        }
    }

    /** What is left when all postings have been checked belongs to nothing. */
    void end() {
        toCome.values().forEach(run -> differences.add(run.where(), "run " + run.id() + " has no posting"));
        lines.takeAll(line -> differences.add(line.where(), "is of no posted run: " + line.about()));
    }
}
