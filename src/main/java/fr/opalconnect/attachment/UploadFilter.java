package fr.opalconnect.attachment;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads forms that carry files, ahead of all others. The server's own reader gives up when a file is too large, and
/// then all is lost that was typed, the form's token with it. This one reads on: what is too large is not kept, the
/// words are.
class UploadFilter extends OncePerRequestFilter {
    private final AttachmentSettings settings;
    private final Room room;

    UploadFilter(AttachmentSettings settings) {
        this.settings = settings;
        this.room = new Room(settings.waiting().toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getMethod().equals("POST")
                || type == null
                || !type.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (UploadForm form = new UploadForm(request, settings, room)) {
            form.read();
            request.setAttribute(Incoming.REQUEST_ATTRIBUTE, form.files());
            chain.doFilter(form, response);
        } catch (FileUploadException e) {
            tooLarge(response);
        } catch (IOException e) {
            if (!(e.getCause() instanceof FileUploadException)) {
                throw e;
            }
            tooLarge(response);
        }
    }

    /// Nobody reads on; so the connection cannot be used for what comes next.
    private static void tooLarge(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {
        @Bean
        FilterRegistrationBean<UploadFilter> uploads(AttachmentSettings settings) {
            var registration = new FilterRegistrationBean<>(new UploadFilter(settings));
            registration.setOrder(-110); // before Spring Security, whose forms' token is one of the fields
            return registration;
        }
    }
}
