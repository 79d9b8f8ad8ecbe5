package plancheck;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.sun.jna.IntegerType;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.ByReference;
import com.sun.jna.ptr.PointerByReference;

/** plancheck.h as JNA sees it: functions and layouts under their names there; what they mean is said there. */
final class Library {
    private static boolean loaded;

    private Library() {}

    public static final class Size extends IntegerType {
        private static final long serialVersionUID = 1;

        public Size() {
            this(0);
        }

        Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    public static final class SizeByReference extends ByReference {
        public SizeByReference() {
            super(Native.SIZE_T_SIZE);
        }

        long value() {
            return Native.SIZE_T_SIZE == 8 ? getPointer().getLong(0) : Integer.toUnsignedLong(getPointer().getInt(0));
        }
    }

    @FieldOrder({"data", "length"})
    public static final class Text extends Structure {
        public Pointer data;
        public Size length;

        @Override
        public String toString() {
            return utf8(data, length.longValue());
        }
    }

    @FieldOrder({"code", "line", "message"})
    public static final class Error extends Structure {
        public int code;
        public int line;
        public byte[] message = new byte[256];
    }

    @FieldOrder({"size", "template_id", "template_xml", "template_xml_length", "language", "document_language", "as_of", "max_diagnostics",
            "policy_xml", "policy_xml_length", "policy_name", "baseline_json", "baseline_json_length", "baseline_name", "pdf_program", "limits"})
    public static final class Options extends Structure {
        public Size size;
        public Pointer template_id;
        public Pointer template_xml;
        public Size template_xml_length;
        public Pointer language;
        public Pointer document_language;
        public Pointer as_of;
        public int max_diagnostics;
        public Pointer policy_xml;
        public Size policy_xml_length;
        public Pointer policy_name;
        public Pointer baseline_json;
        public Size baseline_json_length;
        public Pointer baseline_name;
        public Pointer pdf_program;
        public Pointer limits;
    }

    @FieldOrder({"error", "warning", "note", "review", "reviewer", "pass", "not_applicable", "not_checked", "suppressed"})
    public static final class Counts extends Structure {
        public int error;
        public int warning;
        public int note;
        public int review;
        public int reviewer;
        public int pass;
        public int not_applicable;
        public int not_checked;
        public int suppressed;
    }

    @FieldOrder({"requirement", "severity", "outcome", "message", "clause", "help", "place", "quote", "block", "page", "line", "column", "fingerprint"})
    public static final class Diagnostic extends Structure {
        public Text requirement;
        public int severity;
        public int outcome;
        public Text message;
        public Text clause;
        public Text help;
        public Text place;
        public Text quote;
        public int block;
        public int page;
        public int line;
        public int column;
        public Text fingerprint;
    }

    @FieldOrder({"by", "reason", "until", "state"})
    public static final class Suppression extends Structure {
        public int by;
        public Text reason;
        public Text until;
        public Text state;
    }

    static native int plancheck_validator_new(Options options, PointerByReference validator, Error error);

    static native void plancheck_validator_free(Pointer validator);

    static native int plancheck_validate(Pointer validator, byte[] bytes, Size length, byte[] name, PointerByReference report, Error error);

    static native void plancheck_report_free(Pointer report);

    static native int plancheck_report_verdict(Pointer report);

    static native int plancheck_report_counts(Pointer report, Counts counts);

    static native Size plancheck_report_diagnostic_count(Pointer report);

    static native int plancheck_report_diagnostic(Pointer report, Size index, Diagnostic diagnostic);

    static native int plancheck_report_suppression(Pointer report, Size index, Suppression suppression);

    static native int plancheck_report_write(Pointer report, byte[] format, Pointer buffer, Size capacity, SizeByReference length, Error error);

    static native Pointer plancheck_version();

    /** Finds the shared library once; throws an UnsatisfiedLinkError, and tries anew the next time. */
    static synchronized void load() {
        if (loaded)
            return;
        List<String> reasons = new ArrayList<>();
        for (String path : paths()) {
            try {
                Native.register(Library.class, NativeLibrary.getInstance(path));
                loaded = true;
                return;
            } catch (UnsatisfiedLinkError reason) {
                reasons.add(String.valueOf(reason.getMessage()).strip().replace('\n', ' '));
            }
        }
        throw new UnsatisfiedLinkError("the shared library plancheck_c was not found; PLANCHECK_LIBRARY may name it: " + String.join("; ", reasons));
    }

    private static List<String> paths() {
        String named = System.getenv("PLANCHECK_LIBRARY");
        if (named != null && !named.isEmpty())
            return List.of(named);
        List<String> all = new ArrayList<>();
        // PREFIX/share/plancheck/java/plancheck.jar and PREFIX/lib, with or without a folder for the machine
        try {
            CodeSource source = Library.class.getProtectionDomain().getCodeSource();
            Path prefix = source == null ? null : Path.of(source.getLocation().toURI()).toAbsolutePath();
            for (int i = 0; i < 4 && prefix != null; ++i)
                prefix = prefix.getParent();
            for (Path folder : prefix == null ? List.<Path>of() : in(prefix, "lib*")) {
                all.addAll(files(folder));
                for (Path machine : in(folder, "*"))
                    all.addAll(files(machine));
            }
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException notAFile) {
            // the classes come from elsewhere, and belong to no installation
        }
        all.add("plancheck_c");
        all.add("libplancheck_c.so.0");
        return all;
    }

    private static List<Path> in(Path folder, String pattern) {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            entries.forEach(all::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException notAFolder) {
            return List.of();
        }
        all.sort(null);
        return all;
    }

    private static List<String> files(Path folder) {
        Path file = folder.resolve("libplancheck_c.so.0");
        return Files.isRegularFile(file) ? List.of(file.toString()) : List.of();
    }

    static void check(int status, Error error) {
        if (status == 0)
            return;
        PlancheckException.Code code = PlancheckException.Code.of(status);
        if (error == null)
            throw new PlancheckException(code, code.toString(), 0);
        throw new PlancheckException(code, Native.toString(error.message, "UTF-8"), error.line);
    }

    static String utf8(Pointer data, long length) {
        return new String(data.getByteArray(0, Math.toIntExact(length)), StandardCharsets.UTF_8);
    }

    /** As C takes it: a NUL would end it there. */
    static byte[] terminated(String name, String value) {
        if (value == null)
            return null;
        if (value.indexOf('\0') >= 0)
            throw new IllegalArgumentException(name + ": holds a NUL");
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(text, text.length + 1);
    }

    static Pointer text(String name, String value) {
        return content(terminated(name, value));
    }

    static Pointer content(byte[] bytes) {
        if (bytes == null)
            return null;
        Memory memory = new Memory(Math.max(1, bytes.length));
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    static Size length(byte[] bytes) {
        return new Size(bytes == null ? 0 : bytes.length);
    }
}
