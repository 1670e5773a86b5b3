package io.github.devserver4j.hibernate;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;

/** The application's own integrators and ours. Immutable. */
record Integrators(List<Integrator> integrators) implements IntegratorProvider {

    Integrators(IntegratorProvider own, Integrator ours) {
        this(with(own, ours));
    }

    private static List<Integrator> with(IntegratorProvider own, Integrator ours) {
        List<Integrator> all = new ArrayList<>(own.getIntegrators());
        all.add(ours);
        return all;
    }

    @Override
    public List<Integrator> getIntegrators() {
        return integrators;
    }
}
