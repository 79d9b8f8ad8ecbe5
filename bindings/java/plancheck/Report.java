package plancheck;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * Everything that was found in one document. Made by {@link Validator#validate} alone, and not bound to its validator. It never
 * changes, and any number of threads may use it at once. What it returns is Java's own and outlives it.
 *
 * <p>Its memory is the library's: {@link #close} frees it at once, the garbage collector some time after the last use. All
 * methods but {@link #close} throw an {@code IllegalStateException} after it.
 */
public final class Report implements AutoCloseable {
    /** Holds most reports at the first try. */
    private static final int CAPACITY = 1 << 18;

    private final Handle handle;
    private final Cleaner.Cleanable cleanable;

    Report(Pointer made) {
        handle = new Handle("report", made, Library::plancheck_report_free);
        cleanable = handle.freedWith(this);
    }

    /** What became of a document. */
    public enum Verdict {
        /** Nothing was found to stand against it. */
        PASS,
        /** A person must decide something that the template demands. */
        REVIEW,
        /** Something of severity error stands against it. */
        FAIL,
        /** Read, but not a document of this template. */
        NOT_APPLICABLE,
        /** Not read; the report's notifications say why. */
        UNREADABLE
    }

    public Verdict verdict() {
        return use(report -> Verdict.values()[Library.plancheck_report_verdict(report)]);
    }

    public Counts counts() {
        return use(report -> {
            Library.Counts counts = new Library.Counts();
            Library.check(Library.plancheck_report_counts(report, counts), null);
            return new Counts(counts.error, counts.warning, counts.note, counts.review, counts.reviewer, counts.pass,
                    counts.not_applicable, counts.not_checked, counts.suppressed);
        });
    }

    /** In the report's order; a new list, that cannot be changed, at each call. */
    public List<Diagnostic> diagnostics() {
        return use(report -> {
            int count = Library.plancheck_report_diagnostic_count(report).intValue();
            List<Diagnostic> all = new ArrayList<>(count);
            for (int i = 0; i < count; ++i) {
                Library.Diagnostic one = new Library.Diagnostic();
                Library.Suppression suppression = new Library.Suppression();
                Library.check(Library.plancheck_report_diagnostic(report, new Library.Size(i), one), null);
                Library.check(Library.plancheck_report_suppression(report, new Library.Size(i), suppression), null);
                all.add(new Diagnostic(one.requirement.toString(), Diagnostic.Severity.values()[one.severity],
                        Diagnostic.Outcome.values()[one.outcome], one.message.toString(), one.clause.toString(),
                        one.help.toString(), one.place.toString(), one.quote.toString(), one.block, one.page, one.line,
                        one.column, one.fingerprint.toString(), Diagnostic.Suppression.values()[suppression.by],
                        suppression.reason.toString(), suppression.until.toString(), suppression.state.toString()));
            }
            return Collections.unmodifiableList(all);
        });
    }

    /** The whole report as JSON, schema plancheck-report/1: byte for byte what the command writes. Made at each call. */
    public String json() {
        return write("json");
    }

    /**
     * The whole report as "text", "json", "jsonl", "html", "sarif" or "junit". Made at each call.
     *
     * @throws PlancheckException if there is no such format
     */
    public String write(String format) {
        byte[] name = Library.terminated("format", Objects.requireNonNull(format, "format"));
        return use(report -> {
            for (long capacity = CAPACITY;;) {
                try (Memory buffer = new Memory(capacity)) {
                    Library.SizeByReference length = new Library.SizeByReference();
                    Library.Error error = new Library.Error();
                    Library.check(Library.plancheck_report_write(report, name, buffer, new Library.Size(capacity), length, error), error);
                    if (length.value() < capacity)
                        return Library.utf8(buffer, length.value());
                    capacity = length.value() + 1;
                }
            }
        });
    }

    /** Frees what the library holds, after the calls of other threads that are under way; a second time it does nothing. */
    @Override
    public void close() {
        cleanable.clean();
    }

    private <T> T use(Function<Pointer, T> function) {
        try {
            return handle.use(function);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
