package plancheck;

import java.lang.ref.Cleaner;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

import com.sun.jna.Pointer;

/**
 * A pointer of the library that is freed once and never used after. Any number of threads use it at once; who frees it waits for
 * them. It must not know the object it is freed with, or that would never be collected.
 */
final class Handle {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final String kind;
    private final Consumer<Pointer> free;
    private Pointer pointer;

    Handle(String kind, Pointer pointer, Consumer<Pointer> free) {
        this.kind = kind;
        this.pointer = pointer;
        this.free = free;
    }

    /** Frees it when the owner is no longer reachable, or at clean(). */
    Cleaner.Cleanable freedWith(Object owner) {
        return CLEANER.register(owner, this::close);
    }

    /** Calls a function that must not keep the pointer. The caller keeps the owner reachable until then. */
    <T> T use(Function<Pointer, T> function) {
        Lock shared = lock.readLock();
        shared.lock();
        try {
            if (pointer == null)
                throw new IllegalStateException("the " + kind + " is closed");
            return function.apply(pointer);
        } finally {
            shared.unlock();
        }
    }

    private void close() {
        Lock alone = lock.writeLock();
        alone.lock();
        try {
            if (pointer != null)
                free.accept(pointer);
            pointer = null;
        } finally {
            alone.unlock();
        }
    }
}
