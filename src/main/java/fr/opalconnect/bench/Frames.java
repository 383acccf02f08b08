package fr.opalconnect.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// SMPP 3.4 as far as its frames go: length, command, status, sequence, and what follows.
final class Frames {
    static final int BIND = 9;
    static final int SUBMIT = 4;
    static final int DELIVER = 5;
    static final int UNBIND = 6;
    static final int ENQUIRE = 0x15;
    static final int RESPONSE = 0x80000000;
    static final int HEADER = 16;

    private Frames() {}

    static int command(ByteBuffer frame) {
        return frame.getInt(4);
    }

    static int status(ByteBuffer frame) {
        return frame.getInt(8);
    }

    static int sequence(ByteBuffer frame) {
        return frame.getInt(12);
    }

    static ByteBuffer of(int command, int status, int sequence, byte... body) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + body.length);
        return frame.putInt(HEADER + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body);
    }

    /// @throws java.io.EOFException when the other side has hung up
    static ByteBuffer read(DataInputStream in) throws IOException {
        int length = in.readInt();
        ByteBuffer frame = ByteBuffer.allocate(length);
        frame.putInt(length);
        in.readFully(frame.array(), 4, length - 4);
        return frame;
    }

    static void write(Socket to, ByteBuffer frame) throws IOException {
        OutputStream out = to.getOutputStream();
        synchronized (to) {
            out.write(bytes(frame));
            out.flush();
        }
    }

    private static byte[] bytes(ByteBuffer frame) {
        byte[] bytes = new byte[frame.capacity()];
        frame.duplicate().clear().get(bytes);
        return bytes;
    }

    /// Of a `submit_sm`: behind service type and source, each ended by a zero.
    static String destination(ByteBuffer frame) {
        byte[] bytes = bytes(frame);
        int source = end(bytes, HEADER) + 3;
        int from = end(bytes, source) + 3;
        return new String(bytes, from, end(bytes, from) - from, StandardCharsets.US_ASCII);
    }

    private static int end(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at;
    }
}
