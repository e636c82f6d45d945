package org.muniment.ops.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muniment.ops.hostile.ApiDocument.Operation;

/**
 * One request as it goes over the wire.
 *
 * @param elsewhere whether it may reach another endpoint than its operation's, or none
 */
record Sent(
        Operation operation,
        String method,
        String target,
        List<String> headers,
        byte[] body,
        boolean elsewhere) {
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    @Override
    public String toString() {
        String said = new String(bytes(), StandardCharsets.UTF_8);
        return operation + ":\n" + said.substring(0, Math.min(said.length(), 1_500));
    }
}
