package fr.opalconnect.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes a film of pictures of pages: each stands for a while, or moves a little; ffmpeg puts them together. H.264 in
/// MP4 without sound is what every browser plays that tenants have.
final class FilmStudio {
    private static final int FRAMES = 20;

    private final Path folder;
    private final List<String> list = new ArrayList<>();
    private final List<String> scenes = new ArrayList<>();
    private String last = "";
    private int at;
    private int begun;
    private String scene = "";

    FilmStudio(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// @param name of its words among the texts
    FilmStudio scene(String name) {
        end();
        scene = name;
        begun = at;
        return this;
    }

    /// The page as it is, for so long.
    FilmStudio hold(Page page, int milliseconds) {
        take(page, milliseconds);
        return this;
    }

    /// Down the page, gently.
    FilmStudio scroll(Page page, int pixels, int milliseconds) {
        int steps = milliseconds * FRAMES / 1_000;
        int from = ((Number) page.evaluate("document.scrollingElement.scrollTop")).intValue();
        for (int step = 1; step <= steps; step++) {
            double share = (1 - Math.cos(Math.PI * step / steps)) / 2;
            page.evaluate(
                    "top => document.scrollingElement.scrollTo({ top, behavior: 'instant' })",
                    from + (int) Math.round(pixels * share));
            take(page, 1_000 / FRAMES);
        }
        return this;
    }

    /// As thumbs type.
    FilmStudio type(Page page, String field, String words, int milliseconds) {
        page.locator(field).focus();
        String[] each = words.split("(?<= )", -1);
        for (String word : each) {
            page.keyboard().insertText(word);
            take(page, milliseconds / each.length);
        }
        return this;
    }

    /// A ring where a finger presses.
    FilmStudio tap(Page page, String where) {
        page.evaluate("""
                where => {
                  const box = document.querySelector(where).getBoundingClientRect();
                  const ring = document.createElement("div");
                  ring.id = "tap";
                  Object.assign(ring.style, { position: "fixed", zIndex: 99, width: "56px", height: "56px",
                    left: `${box.left + Math.min(box.width, 360) / 2 - 28}px`, top: `${box.top + box.height / 2 - 28}px`,
                    borderRadius: "50%", background: "rgb(255 191 71 / .55)", border: "3px solid #fff" });
                  document.body.append(ring);
                }
                """, where);
        take(page, 500);
        page.evaluate("document.getElementById('tap').remove()");
        return this;
    }

    private void take(Page page, int milliseconds) {
        last = "%05d.png".formatted(list.size());
        page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve(last)).setType(ScreenshotType.PNG));
        list.add("file '" + last + "'\nduration " + String.format(Locale.ROOT, "%.3f", milliseconds / 1_000.0));
        at += milliseconds;
    }

    private void end() {
        if (!scene.isEmpty()) {
            scenes.add(scene + " " + begun + " " + (at - 100));
        }
    }

    /// Puts it all together: the film, and beside it `scenes.txt`.
    Path cut() throws IOException {
        end();
        list.add("file '" + last + "'");
        Files.writeString(folder.resolve("list.txt"), String.join("\n", list) + "\n", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("scenes.txt"), String.join("\n", scenes) + "\n", StandardCharsets.UTF_8);
        Path film = folder.resolve("film.mp4");
        run(
                "ffmpeg",
                "-y",
                "-loglevel",
                "error",
                "-f",
                "concat",
                "-safe",
                "0",
                "-i",
                "list.txt",
                "-vf",
                "fps=" + FRAMES + ",scale=540:-2:flags=lanczos,format=yuv420p",
                "-c:v",
                "libx264",
                "-profile:v",
                "main",
                "-level",
                "3.1",
                "-preset",
                "slow",
                "-tune",
                "animation",
                "-crf",
                "27",
                "-movflags",
                "+faststart",
                "-an",
                film.getFileName().toString());
        return film;
    }

    private void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ffmpeg failed; its own words stand above");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
