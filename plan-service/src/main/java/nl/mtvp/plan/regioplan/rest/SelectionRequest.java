package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.plan.regioplan.domain.Selection;

/** A selected intervention, with the implementation year in which it begins. */
public record SelectionRequest(
        @NotNull @Size(max = 20) @OneLine String code, @NotNull @Min(1) @Max(2) Integer firstYear) {

    private static final Selection.Line UNREAD = new Selection.Line("", 0);

    /** Each line at its place, also where it cannot be read; a year that cannot is 0, which is none. */
    static List<Selection.Line> toDomain(List<SelectionRequest> selections) {
        return selections == null
                ? List.of()
                : selections.stream()
                        .map(selection -> selection == null || selection.code() == null
                                ? UNREAD
                                : new Selection.Line(
                                        selection.code(), selection.firstYear() == null ? 0 : selection.firstYear()))
                        .toList();
    }
}
