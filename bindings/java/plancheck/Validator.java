package plancheck;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.sun.jna.ptr.PointerByReference;

/**
 * Checks plans against a template.
 *
 * <pre>{@code
 * try (Validator validator = Validator.builder().language("fr").asOf(LocalDate.of(2026, 6, 1)).build();
 *         Report report = validator.validate(Files.readAllBytes(path), "plan.docx")) {
 *     System.out.println(report.verdict() + " " + report.counts().error());
 *     for (Diagnostic one : report.diagnostics())
 *         System.out.println(one.severity() + " " + one.message() + " " + one.requirement());
 * }
 * }</pre>
 *
 * <p>Holds what was decided before any document is seen. Dear to make (milliseconds): make it once. It never changes, and any
 * number of threads may use it at once. What is wrong with a document is never an exception: any bytes give a report, whose
 * verdict says what became of them. A call that the library refuses is a {@link PlancheckException}; what Java refuses is a
 * {@code NullPointerException} or an {@code IllegalArgumentException}.
 *
 * <p>Needs Java 17, JNA 5.12, and the shared library plancheck_c: taken from where the environment variable PLANCHECK_LIBRARY says,
 * else from the installation that plancheck.jar is part of, else from where the system looks for libraries; where it is found
 * nowhere, the first use throws an {@code UnsatisfiedLinkError}.
 *
 * <p>Its memory is the library's: {@link #close} frees it at once, the garbage collector some time after the last use.
 */
public final class Validator implements AutoCloseable {
    private final Handle handle;
    private final Cleaner.Cleanable cleanable;

    /** One with all defaults. */
    public Validator() {
        this(new Builder());
    }

    private Validator(Builder from) {
        Library.load();
        Library.Options options = new Library.Options();
        options.size = new Library.Size(options.size());
        options.template_id = Library.text("template", from.template);
        options.template_xml = Library.content(from.templateXml);
        options.template_xml_length = Library.length(from.templateXml);
        options.language = Library.text("language", from.language);
        options.document_language = Library.text("documentLanguage", from.documentLanguage);
        options.as_of = Library.text("asOf", from.asOf == null ? null : from.asOf.toString());
        options.max_diagnostics = (int) from.maxDiagnostics;
        options.policy_xml = Library.content(from.policyXml);
        options.policy_xml_length = Library.length(from.policyXml);
        options.policy_name = Library.text("policy", from.policyName);
        options.baseline_json = Library.content(from.baselineJson);
        options.baseline_json_length = Library.length(from.baselineJson);
        options.baseline_name = Library.text("baseline", from.baselineName);
        options.pdf_program = Library.text("pdfProgram", from.pdfProgram == null ? null : from.pdfProgram.toString());
        options.limits = Library.text("limit", from.limits.isEmpty() ? null
                : from.limits.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining(" ")));
        PointerByReference made = new PointerByReference();
        Library.Error error = new Library.Error();
        Library.check(Library.plancheck_validator_new(options, made, error), error);
        handle = new Handle("validator", made.getValue(), Library::plancheck_validator_free);
        cleanable = handle.freedWith(this);
    }

    /** Options, all of them left to their defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Checks one document given as bytes of any kind. The bytes are only read, and must not change during the call.
     *
     * @param name what the report calls it; its ending helps where the content does not say what it is. Null: no name
     * @throws IllegalArgumentException if the name holds a NUL
     * @throws IllegalStateException    after {@link #close}
     */
    public Report validate(byte[] document, String name) {
        Objects.requireNonNull(document, "document");
        byte[] called = Library.terminated("name", name);
        try {
            return handle.use(validator -> {
                PointerByReference made = new PointerByReference();
                Library.Error error = new Library.Error();
                Library.check(Library.plancheck_validate(validator, document, new Library.Size(document.length), called, made, error), error);
                return new Report(made.getValue());
            });
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Checks one document without a name. */
    public Report validate(byte[] document) {
        return validate(document, null);
    }

    /** Frees what the library holds, after the calls of other threads that are under way; a second time it does nothing. */
    @Override
    public void close() {
        cleanable.clean();
    }

    /** Version of the library, "0.1.0". */
    public static String version() {
        Library.load();
        return Library.plancheck_version().getString(0, "UTF-8");
    }

    /**
     * Options of a validator. What is not set, or set to null, has its default. Texts are copied. Not for several threads at
     * once; may be used again after {@link #build}.
     */
    public static final class Builder {
        private String template;
        private byte[] templateXml;
        private String language;
        private String documentLanguage;
        private LocalDate asOf;
        private long maxDiagnostics;
        private byte[] policyXml;
        private String policyName;
        private byte[] baselineJson;
        private String baselineName;
        private Path pdfProgram;
        private final Map<String, Long> limits = new LinkedHashMap<>();

        private Builder() {}

        /** The id of a built-in template; beside {@link #templateXml} it only names that in messages. */
        public Builder template(String id) {
            template = id;
            return this;
        }

        /** A template of one's own, as the bytes of its XML. */
        public Builder templateXml(byte[] xml) {
            templateXml = xml == null ? null : xml.clone();
            return this;
        }

        /** A template of one's own. */
        public Builder templateXml(String xml) {
            templateXml = utf8(xml);
            return this;
        }

        /** Of messages, "fr"; default: the document's, else English. */
        public Builder language(String tag) {
            language = tag;
            return this;
        }

        /** Default: detected. */
        public Builder documentLanguage(String tag) {
            documentLanguage = tag;
            return this;
        }

        /** Default: none, and requirements that depend on a date do not apply. */
        public Builder asOf(LocalDate date) {
            asOf = date;
            return this;
        }

        /** At most so many, from 0 to 4294967295; 0, the default: all. */
        public Builder maxDiagnostics(long count) {
            if (count < 0 || count > 0xFFFFFFFFL)
                throw new IllegalArgumentException("maxDiagnostics: from 0 to 4294967295");
            maxDiagnostics = count;
            return this;
        }

        /** What a house decides beside the template, as the bytes of its XML, and what messages and reports call it (or null). */
        public Builder policy(byte[] xml, String name) {
            policyXml = xml == null ? null : xml.clone();
            policyName = name;
            return this;
        }

        /** What a house decides beside the template. */
        public Builder policy(String xml, String name) {
            return policy(utf8(xml), name);
        }

        /** An earlier report, batch or lines of reports, as the bytes of its JSON, and what messages and reports call it (or null). */
        public Builder baseline(byte[] json, String name) {
            baselineJson = json == null ? null : json.clone();
            baselineName = name;
            return this;
        }

        /** An earlier report. */
        public Builder baseline(String json, String name) {
            return baseline(utf8(json), name);
        }

        /** Path of poppler's pdftohtml, run to read PDF; default: PDF is refused. */
        public Builder pdfProgram(Path path) {
            pdfProgram = path;
            return this;
        }

        /** A limit of reading, as the command's --limit names it: {@code limit("nesting", 64)}. */
        public Builder limit(String name, long value) {
            limits.put(Objects.requireNonNull(name, "name"), value);
            return this;
        }

        /**
         * Makes the validator.
         *
         * @throws PlancheckException       if the library refuses an option, the template, the policy or the baseline
         * @throws IllegalArgumentException if a text that is no content holds a NUL
         */
        public Validator build() {
            return new Validator(this);
        }

        private static byte[] utf8(String text) {
            return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
