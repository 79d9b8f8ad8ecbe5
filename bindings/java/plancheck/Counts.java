package plancheck;

/**
 * Counts of a report, as its JSON has them. error, warning, note: diagnostics of outcome fail, and notes of outcome pass.
 * review: requirements that ended as review; reviewer: those that only a person decides; then the other requirements by outcome.
 */
public record Counts(int error, int warning, int note, int review, int reviewer, int pass, int notApplicable, int notChecked,
        int suppressed) {}
