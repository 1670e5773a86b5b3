package io.github.devserver4j.spring.transaction;

import io.github.devserver4j.step.Step;
import io.github.devserver4j.step.StepKind;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Records a step for each transaction, from before its begin until its end. Taking part in one that is open is none;
 * what Spring Data opens for a single call of a repository is none, either: its statements are line enough. Thread-safe.
 */
final class TransactionSteps implements TransactionExecutionListener {

    private final CurrentTrace currentTrace;

    /** Those that are open, by identity; weak, should a manager not tell an end. */
    private final Map<TransactionExecution, Step> steps = Collections.synchronizedMap(new WeakHashMap<>());

    TransactionSteps(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        TraceRecorder recorder = currentTrace.get();
        if (recorder == null) {
            return;
        }
        try {
            String name = TransactionName.of(transaction.getTransactionName(), recorder);
            if (name != null) {
                steps.put(transaction, Step.begin(recorder, StepKind.TRANSACTION, name));
            }
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            end(transaction, "not begun", failure);
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        end(transaction, failure == null ? "committed" : "commit failed", failure);
    }

    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
        end(transaction, failure == null ? "rolled back" : "rollback failed", failure);
    }

    private void end(TransactionExecution transaction, String how, @Nullable Throwable failure) {
        Step step = steps.remove(transaction);
        if (step != null) {
            String nested = transaction.isNested() ? "nested, " : "";
            step.end(nested + (transaction.isReadOnly() ? "read only, " : "") + how, failure);
        }
    }
}
