package nl.mtvp.plan.praktijkplan.domain;

import jakarta.persistence.Embeddable;

/**
 * Extra staff in an expansion of capacity (D8). What a draft does not tell yet is null.
 *
 * @param type the kind of staff, such as a physician assistant
 */
@Embeddable
public record Staff(String type, Integer hoursPerWeek, String motivation) {}
