package plancheck;

/**
 * One finding. Numbers are 0, and texts empty, where the document's format has no such thing; no text is null.
 *
 * @param requirement  "issue/word-limit"
 * @param severity     from the template, or from a policy
 * @param outcome      {@code PASS}: a remark
 * @param message      in the report's language
 * @param clause       what of the source asks it
 * @param help         what to do
 * @param place        in words: "section III, action 2, paragraph 14"
 * @param quote        the document's own text there
 * @param block        counting from 1, as the three that follow
 * @param page         only where the format fixes it
 * @param line         of a text
 * @param column       in code points
 * @param fingerprint  the same for the same fault in another version of the document
 * @param suppressedBy whether it counts
 * @param reason       why it is suppressed
 * @param until        how long, YYYY-MM-DD
 * @param state        "new", "unchanged"; empty where there was no baseline
 */
public record Diagnostic(String requirement, Severity severity, Outcome outcome, String message, String clause, String help,
        String place, String quote, int block, int page, int line, int column, String fingerprint, Suppression suppressedBy,
        String reason, String until, String state) {
    public enum Severity { NOTE, WARNING, ERROR }

    public enum Outcome { PASS, REVIEW, FAIL }

    public enum Suppression {
        /** It counts. */
        NONE,
        /** A policy accepts it. */
        POLICY,
        /** It was there in the baseline. */
        BASELINE
    }
}
