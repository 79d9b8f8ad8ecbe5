// The verdict on one file, and its diagnostics, from Java:
// java -cp /usr/share/java/jna.jar:PREFIX/share/plancheck/java/plancheck.jar Check.java FILE
import java.nio.file.Files;
import java.nio.file.Path;

import plancheck.Diagnostic;
import plancheck.Report;
import plancheck.Validator;

public class Check {
    public static void main(String[] arguments) throws Exception {
        Report.Verdict verdict;
        try (Validator validator = new Validator();
                Report report = validator.validate(Files.readAllBytes(Path.of(arguments[0])), arguments[0])) {
            for (Diagnostic one : report.diagnostics())
                System.out.printf("%s (%s)%n", one.message(), one.requirement());
            verdict = report.verdict();
        }
        System.exit(verdict == Report.Verdict.PASS || verdict == Report.Verdict.REVIEW ? 0 : 1);
    }
}
