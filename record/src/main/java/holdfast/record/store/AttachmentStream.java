package holdfast.record.store;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

/** An attachment, part by part, so that none is ever held whole. */
final class AttachmentStream extends InputStream {
    private final IntFunction<Optional<byte[]>> parts;
    private long left;
    private int next;
    private byte[] part = new byte[0];
    private int at;

    AttachmentStream(long size, IntFunction<Optional<byte[]>> parts) {
        this.left = size;
        this.parts = parts;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        if (at == part.length) {
            part = parts.apply(next++).filter(p -> p.length > 0).orElseThrow(AttachmentStream::damaged);
            at = 0;
        }
        int some = (int) Math.min(Math.min(length, part.length - at), left);
        System.arraycopy(part, at, into, offset, some);
        at += some;
        left -= some;
        return some;
    }

    @Override
    public byte[] readAllBytes() {
        byte[] all = new byte[(int) Math.min(left, Integer.MAX_VALUE - 8)];
        int filled = 0;
        for (int n = read(all, 0, all.length); n > 0; n = read(all, filled, all.length - filled)) {
            filled += n;
        }
        return Arrays.copyOf(all, filled);
    }

    private static StoreTrouble damaged() {
        return new StoreTrouble(StoreTrouble.Kind.DAMAGED, "an attachment is cut off", "", null);
    }
}
