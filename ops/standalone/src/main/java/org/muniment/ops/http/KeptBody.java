package org.muniment.ops.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A request's body that is in memory as a whole. */
public final class KeptBody extends ServletInputStream {
    private final ByteArrayInputStream body;

    public KeptBody(byte[] body) {
        this.body = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
        return body.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        return body.read(bytes, offset, length);
    }

    @Override
    public boolean isFinished() {
        return body.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("the body is read as a whole");
    }
}
