package plancheck;

/** A call that the library refused. What is wrong with a document never is one. */
public final class PlancheckException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Code code;
    private final int line;

    PlancheckException(Code code, String message, int line) {
        super(message);
        this.code = code;
        this.line = line;
    }

    /** Why. */
    public enum Code {
        BAD_ARGUMENT(-1), BAD_OPTION(-2), BAD_TEMPLATE(-3), NO_MEMORY(-4),
        /** A fault of the library. */
        INTERNAL(-5), BAD_POLICY(-6), BAD_BASELINE(-7);

        final int status;

        Code(int status) {
            this.status = status;
        }

        static Code of(int status) {
            for (Code one : values())
                if (one.status == status)
                    return one;
            return INTERNAL;
        }
    }

    public Code code() {
        return code;
    }

    /** Of a template's, policy's or baseline's text, counting from 1; 0: no such place. */
    public int line() {
        return line;
    }
}
