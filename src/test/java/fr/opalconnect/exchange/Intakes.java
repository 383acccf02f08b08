package fr.opalconnect.exchange;

import fr.opalconnect.Opal;
import fr.opalconnect.platform.Intake;
import java.util.List;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// Every module's own way to take its rows in, found as the program finds them.
final class Intakes {
    private Intakes() {}

    static List<Intake> all() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Intake.class));
            scanner.scan(Opal.class.getPackageName());
            context.refresh();
            return List.copyOf(context.getBeansOfType(Intake.class).values());
        }
    }
}
