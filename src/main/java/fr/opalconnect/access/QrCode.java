package fr.opalconnect.access;

import io.nayuki.qrcodegen.QrCode.Ecc;

/// A QR code as one SVG path, so that it stands in the page itself: no other request, nothing on a disk.
///
/// @param size of one side in modules, the quiet border included
/// @param path of the dark modules
record QrCode(int size, String path) {
    /// What readers want free around the code.
    private static final int BORDER = 4;

    static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(code.size + 2 * BORDER, path.toString());
    }
}
