package plancheck;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;

/** JavaTest PROJECT COMMAND: the Java binding against the library of this build (PLANCHECK_LIBRARY) and the command. */
final class JavaTest {
    private static Path project;
    private static String command;
    private static byte[] faulty;

    private interface Call {
        void run() throws Exception;
    }

    private static byte[] content(String name) throws Exception {
        return Files.readAllBytes(project.resolve(name));
    }

    private static void check(boolean holds, Object what) {
        if (!holds)
            throw new AssertionError(String.valueOf(what));
    }

    private static void same(Object one, Object other) {
        check(one.equals(other), one + "\nis not\n" + other);
    }

    private static <T extends Throwable> T thrown(Class<T> kind, Call call) throws Exception {
        try {
            call.run();
        } catch (Throwable reason) {
            check(kind.isInstance(reason), reason);
            return kind.cast(reason);
        }
        throw new AssertionError("no " + kind);
    }

    private static String json(Validator validator, byte[] plan, String name) {
        try (Report report = validator.validate(plan, name)) {
            return report.json();
        }
    }

    private static void aReportIsWhatTheCommandWrites() throws Exception {
        try (Validator validator = new Validator()) {
            for (String name : List.of("tests/cli/plan.md", "examples/plans/coal-zh-careless.docx", "examples/plans/chlor-alkali-ar.md")) {
                Process process = new ProcessBuilder(command, "--format", "json", name).directory(project.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                same(json(validator, content(name), name), said);
            }
        }
    }

    private static void aReportSaysWhatItsJsonSays() throws Exception {
        try (Validator validator = new Validator(); Report report = validator.validate(faulty, "plan.md")) {
            String json = report.json();
            same(report.verdict(), Report.Verdict.FAIL);
            Counts counts = report.counts();
            for (var one : Counts.class.getRecordComponents())
                check(json.contains("\"" + one.getName() + "\": " + one.getAccessor().invoke(counts)), one.getName());
            List<Diagnostic> diagnostics = report.diagnostics();
            int at = json.indexOf("\"diagnostics\"");
            for (Diagnostic one : diagnostics) {
                // In the report's order.
                at = json.indexOf("\"requirement\": \"" + one.requirement() + "\"", at);
                check(at > 0 && json.indexOf("\"fingerprint\": \"" + one.fingerprint() + "\"", at) > at, one);
                check(json.indexOf("\"severity\": \"" + one.severity().toString().toLowerCase() + "\"", at) > at, one);
                check(json.indexOf("\"outcome\": \"" + one.outcome().toString().toLowerCase() + "\"", at) > at, one);
                check(json.indexOf("\"message\": \"" + one.message().replace("\"", "\\\"") + "\"", at) > at, one);
                check(!one.clause().isEmpty() && one.suppressedBy() == Diagnostic.Suppression.NONE && one.state().isEmpty(), one);
            }
            same((int) diagnostics.stream().filter(one -> one.outcome() == Diagnostic.Outcome.FAIL && one.severity() == Diagnostic.Severity.ERROR).count(), counts.error());
            check(diagnostics.stream().anyMatch(one -> one.line() > 0 && !one.place().isEmpty() && !one.quote().isEmpty()), diagnostics);
            thrown(UnsupportedOperationException.class, () -> diagnostics.add(null));
        }
    }

    private static void options() throws Exception {
        byte[] own = content("templates/concept-note.xml");
        try (Validator french = Validator.builder().language("fr").asOf(LocalDate.of(2026, 6, 1)).maxDiagnostics(1).limit("nesting", 64).template(null).build();
                Report report = french.validate(faulty)) {
            String json = report.json();
            check(json.contains("\"language\": \"fr\"") && json.contains("\"asOf\": \"2026-06-01\"") && json.contains("\"nesting\": 64"), json);
            same(report.diagnostics().size(), 1);
        }
        for (Validator.Builder builder : List.of(Validator.builder().template("concept-note"), Validator.builder().templateXml(own),
                Validator.builder().templateXml(new String(own, StandardCharsets.UTF_8)))) {
            try (Validator validator = builder.build()) {
                check(json(validator, faulty, null).contains("\"id\": \"concept-note\""), "template");
            }
        }
        try (Validator spanish = Validator.builder().documentLanguage("es").policy(content("examples/policies/house.xml"), "house.xml").build()) {
            String json = json(spanish, faulty, null);
            check(json.contains("\"languageFrom\": \"option\"") && json.contains("\"policy\": \"house.xml\""), json);
        }
        try (Validator first = new Validator();
                Validator second = Validator.builder().baseline(json(first, faulty, "plan.md"), "last.json").build();
                Report again = second.validate(faulty, "plan.md")) {
            same(again.counts().error(), 0);
            check(again.counts().suppressed() > 0, again.counts());
            for (Diagnostic one : again.diagnostics())
                check(one.suppressedBy() == Diagnostic.Suppression.BASELINE && one.state().equals("unchanged") && !one.reason().isEmpty(), one);
        }
    }

    private static void formats() throws Exception {
        try (Validator validator = new Validator(); Report report = validator.validate(faulty, "plan.md")) {
            check(report.write("text").contains("plan.md: verdict fail"), "text");
            check(report.write("html").startsWith("<!DOCTYPE html>"), "html");
            check(report.write("sarif").contains("\"2.1.0\""), "sarif");
            check(report.write("junit").contains("<testsuite"), "junit");
            same(thrown(PlancheckException.class, () -> report.write("pdf")).code(), PlancheckException.Code.BAD_OPTION);
            thrown(NullPointerException.class, () -> report.write(null));
            thrown(IllegalArgumentException.class, () -> report.write("json\0"));
        }
    }

    private static void anyBytesGiveAReport() throws Exception {
        try (Validator validator = new Validator()) {
            for (byte[] data : List.of(new byte[0], new byte[100], "PK\3\4\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), "no plan".getBytes(StandardCharsets.UTF_8)))
                try (Report report = validator.validate(data)) {
                    check(report.verdict() == Report.Verdict.UNREADABLE || report.verdict() == Report.Verdict.NOT_APPLICABLE, report.verdict());
                    same(report.verdict() == Report.Verdict.UNREADABLE, data.length != 7);
                }
            String text = new String(faulty, StandardCharsets.UTF_8);
            String odd = "план 😀.md";
            check(json(validator, (text + "\n\n𝒜 😀 \0 \uDBFF\uDFFF\n").getBytes(StandardCharsets.UTF_8), odd).contains(odd), odd);
            check(json(validator, faulty, "a\uD800b").contains("a?b"), "lone surrogate");
            StringBuilder large = new StringBuilder(text);
            for (int i = 0; i < 4000; ++i)
                large.append("\n- write to nobody").append(i).append("@example..org by 30 February 2027\n");
            check(json(validator, large.toString().getBytes(StandardCharsets.UTF_8), "plan.md").length() > 1 << 18, "long report");
            check(json(validator, new byte[65 << 20], null).contains("read/limit"), "beyond the limit");
        }
    }

    private static void refused(Validator.Builder builder, PlancheckException.Code code) throws Exception {
        PlancheckException reason = thrown(PlancheckException.class, builder::build);
        check(reason.code() == code && !reason.getMessage().isEmpty(), reason);
    }

    private static void errorsOfACall() throws Exception {
        refused(Validator.builder().template("no-such-template"), PlancheckException.Code.BAD_TEMPLATE);
        refused(Validator.builder().templateXml("<template>\0</template>"), PlancheckException.Code.BAD_TEMPLATE);
        refused(Validator.builder().templateXml(""), PlancheckException.Code.BAD_ARGUMENT);
        refused(Validator.builder().language("xx"), PlancheckException.Code.BAD_OPTION);
        refused(Validator.builder().limit("depth", 3), PlancheckException.Code.BAD_OPTION);
        refused(Validator.builder().limit("nesting", -1), PlancheckException.Code.BAD_OPTION);
        refused(Validator.builder().asOf(LocalDate.MAX), PlancheckException.Code.BAD_OPTION);
        refused(Validator.builder().policy("<policies/>", null), PlancheckException.Code.BAD_POLICY);
        refused(Validator.builder().baseline("{}", null), PlancheckException.Code.BAD_BASELINE);
        PlancheckException placed = thrown(PlancheckException.class, Validator.builder().templateXml("<template>\n<unknown/></template>")::build);
        check(placed.line() == 2 && placed.getMessage().startsWith("template:2:"), placed);
        check(thrown(PlancheckException.class, Validator.builder().language("é😀".repeat(200))::build).getMessage().contains("é😀"), "UTF-8 in messages");
        thrown(IllegalArgumentException.class, Validator.builder().language("fr\0")::build);
        thrown(IllegalArgumentException.class, Validator.builder().limit("nesting\0", 1)::build);
        thrown(IllegalArgumentException.class, () -> Validator.builder().maxDiagnostics(-1));
        thrown(IllegalArgumentException.class, () -> Validator.builder().maxDiagnostics(1L << 32));
        thrown(NullPointerException.class, () -> Validator.builder().limit(null, 1));
        try (Validator validator = Validator.builder().maxDiagnostics((1L << 32) - 1).build()) {
            thrown(NullPointerException.class, () -> validator.validate(null));
            thrown(IllegalArgumentException.class, () -> validator.validate(faulty, "a\0b"));
        }
    }

    private static void threadsShareAValidator() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Validator validator = new Validator(); Report shared = validator.validate(faulty, "plan.md")) {
            String expected = shared.json();
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 200; ++i)
                all.add(pool.submit(() -> json(validator, faulty, "plan.md").equals(expected) && shared.json().equals(expected)));
            for (Future<Boolean> one : all)
                check(one.get(), "another report");
        } finally {
            pool.shutdown();
        }
    }

    private static void afterClose() throws Exception {
        Validator validator = new Validator();
        Report report = validator.validate(faulty);
        validator.close();
        validator.close();
        thrown(IllegalStateException.class, () -> validator.validate(faulty));
        same(report.verdict(), Report.Verdict.FAIL);
        report.close();
        report.close();
        thrown(IllegalStateException.class, report::verdict);
        thrown(IllegalStateException.class, report::counts);
        thrown(IllegalStateException.class, report::diagnostics);
        thrown(IllegalStateException.class, report::json);
        // Closed while other threads use it: each call gives its report or says that it is closed.
        for (int i = 0; i < 20; ++i) {
            Validator one = Validator.builder().template("concept-note").build();
            ExecutorService pool = Executors.newFixedThreadPool(4);
            List<Future<?>> all = new ArrayList<>();
            for (int k = 0; k < 8; ++k)
                all.add(pool.submit(() -> {
                    try {
                        json(one, faulty, null);
                    } catch (IllegalStateException closed) {
                        check(closed.getMessage().equals("the validator is closed"), closed);
                    }
                }));
            Thread.sleep(1);
            one.close();
            for (Future<?> each : all)
                each.get();
            pool.shutdown();
        }
    }

    private static long resident() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith("VmRSS:"))
                return Long.parseLong(line.replaceAll("\\D", ""));
        return 0;
    }

    private static void make(int times) throws Exception {
        for (int i = 0; i < times; ++i)
            Validator.builder().template("concept-note").build().close();
    }

    private static void nothingGrows() throws Exception {
        make(300);
        long before = resident();
        make(2000);
        for (int i = 0; i < 100; ++i)
            refused(Validator.builder().template("none"), PlancheckException.Code.BAD_TEMPLATE);
        // What nobody closes goes with the collector.
        for (int i = 0; i < 200; ++i) {
            Validator.builder().template("concept-note").build().validate(faulty).verdict();
            if (i % 100 == 0)
                System.gc();
        }
        System.gc();
        long more = resident() - before;
        check(more < 160 << 10, more + " KiB more");
    }

    private static final Map<String, Class<?>> TYPES = Map.of("size_t", Library.Size.class, "uint32_t", int.class, "int32_t", int.class,
            "plancheck_status", int.class, "plancheck_verdict", int.class, "const char*", Pointer.class, "char", byte[].class,
            "plancheck_string", Library.Text.class, "void", void.class);

    private static void layoutsAndFunctionsAreThoseOfTheHeader() throws Exception {
        String header = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL).matcher(new String(content("bindings/c/plancheck.h"), StandardCharsets.UTF_8)).replaceAll("");
        Map<String, Class<? extends Structure>> layouts = Map.of("string", Library.Text.class, "error", Library.Error.class, "options", Library.Options.class,
                "counts", Library.Counts.class, "diagnostic", Library.Diagnostic.class, "suppression", Library.Suppression.class);
        Matcher structs = Pattern.compile("typedef struct (plancheck_(\\w+)) \\{(.*?)\\} \\1;", Pattern.DOTALL).matcher(header);
        int seen = 0;
        for (; structs.find(); ++seen) {
            Class<? extends Structure> here = layouts.get(structs.group(2));
            check(here != null, structs.group(1) + " is not known here");
            List<String> names = new ArrayList<>();
            Matcher lines = Pattern.compile("(?m)^\\s*((?:const )?\\w+\\*?) ([\\w, ]+)(?:\\[\\d+\\])?;").matcher(structs.group(3));
            while (lines.find())
                for (String name : lines.group(2).split(", ")) {
                    names.add(name);
                    Field field = here.getField(name);
                    check(field.getType() == TYPES.get(lines.group(1)), field);
                }
            same(names, Arrays.asList(here.getAnnotation(Structure.FieldOrder.class).value()));
        }
        same(seen, layouts.size());

        TreeSet<String> declared = new TreeSet<>();
        TreeSet<String> here = new TreeSet<>(List.of("plancheck_report_json", "plancheck_validate_json"));  // what these do, others do
        Matcher functions = Pattern.compile("(?m)^PLANCHECK_API ([\\w ]+\\*?) (\\w+)\\(([^)]*)\\);").matcher(header);
        Map<String, Method> natives = Stream.of(Library.class.getDeclaredMethods()).filter(one -> Modifier.isNative(one.getModifiers()))
                .collect(Collectors.toMap(Method::getName, one -> one));
        here.addAll(natives.keySet());
        while (functions.find()) {
            declared.add(functions.group(2));
            Method method = natives.get(functions.group(2));
            if (method == null)
                continue;
            check(method.getReturnType() == TYPES.get(functions.group(1)), method);
            same(method.getParameterCount(), functions.group(3).equals("void") ? 0 : functions.group(3).split(",").length);
        }
        same(here, declared);

        check(header.contains("PLANCHECK_NOTE = 0, PLANCHECK_WARNING = 1, PLANCHECK_ERROR = 2"), "severities");
        numbered(header, "PLANCHECK_", Report.Verdict.values());
        numbered(header, "PLANCHECK_", Diagnostic.Severity.values());
        numbered(header, "PLANCHECK_OUTCOME_", Diagnostic.Outcome.values());
        numbered(header.replace("PLANCHECK_COUNTS", "PLANCHECK_SUPPRESSED_BY_NONE"), "PLANCHECK_SUPPRESSED_BY_", Diagnostic.Suppression.values());
        Matcher statuses = Pattern.compile("PLANCHECK_([A-Z_]+) = (-\\d)").matcher(header);
        int codes = 0;
        for (; statuses.find(); ++codes)
            same(PlancheckException.Code.valueOf(statuses.group(1)).status, Integer.parseInt(statuses.group(2)));
        same(codes, PlancheckException.Code.values().length);
        check(Validator.version().matches("\\d+\\.\\d+\\.\\d+"), Validator.version());
    }

    /** Each constant has its number in the header, and the header goes no further. */
    private static void numbered(String header, String prefix, Enum<?>[] values) {
        Matcher body = Pattern.compile("enum \\{[^}]*\\b" + prefix + values[0] + " = 0[^}]*\\}").matcher(header);
        while (body.find()) {
            if (!body.group().contains(prefix + values[1] + " = "))
                continue;
            for (Enum<?> one : values)
                check(Pattern.compile("\\b" + prefix + one + " = " + one.ordinal() + "\\b").matcher(body.group()).find(), one);
            same(body.group().split(" = ", -1).length - 1, values.length);
            return;
        }
        throw new AssertionError("no enum of " + prefix + values[0]);
    }

    private static void aLibraryThatIsNotThereIsSaid() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"), "plancheck.JavaTest");
        builder.environment().put("PLANCHECK_LIBRARY", "/no/such/library");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        check(process.waitFor() == 1 && said.contains("the shared library plancheck_c was not found; PLANCHECK_LIBRARY may name it: "), said);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0)
            System.out.println(Validator.version());
        project = Path.of(arguments[0]);
        command = arguments[1];
        faulty = content("tests/cli/plan.md");
        List<Call> tests = List.of(JavaTest::aReportIsWhatTheCommandWrites, JavaTest::aReportSaysWhatItsJsonSays, JavaTest::options, JavaTest::formats,
                JavaTest::anyBytesGiveAReport, JavaTest::errorsOfACall, JavaTest::threadsShareAValidator, JavaTest::afterClose, JavaTest::nothingGrows,
                JavaTest::layoutsAndFunctionsAreThoseOfTheHeader, JavaTest::aLibraryThatIsNotThereIsSaid);
        int failed = 0;
        for (Call one : tests)
            try {
                one.run();
            } catch (Exception | AssertionError reason) {
                ++failed;
                reason.printStackTrace();
            }
        System.out.println(tests.size() + " tests, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }
}
