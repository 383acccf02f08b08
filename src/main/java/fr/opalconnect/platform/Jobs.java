package fr.opalconnect.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Stages what must happen after a transaction, in that transaction: the job runs if and only if it commits.
@Component
public class Jobs {
    private final ObjectProvider<Scheduler> scheduler;
    private final InstantSource clock;

    /// @param scheduler asked for late: it holds every job, and many of them stage others
    Jobs(ObjectProvider<Scheduler> scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// As soon as the transaction has committed.
    ///
    /// @param task what to run; its name is stored, so it never changes
    /// @param id   of the row that says what to do; the job itself carries no data
    public void stage(TaskDescriptor<Void> task, String id) {
        stage(task, id, clock.instant());
    }

    /// At that time, when the transaction has committed.
    public void stage(TaskDescriptor<Void> task, String id, Instant at) {
        scheduler.getObject().schedule(task.instance(id).scheduledTo(at));
        lookAgain();
    }

    /// Many, each at its time, in few statements.
    ///
    /// @param at by the id of the row that says what to do
    public void stage(TaskDescriptor<Void> task, Map<String, Instant> at) {
        List<SchedulableInstance<?>> instances = new ArrayList<>();
        at.forEach((id, when) -> instances.add(task.instance(id).scheduledTo(when)));
        scheduler.getObject().scheduleBatch(instances);
        lookAgain();
    }

    private void lookAgain() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // The scheduler looked when the row was not to be seen yet: it must look again.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.getObject().triggerCheckForDueExecutions();
                }
            });
        }
    }
}
