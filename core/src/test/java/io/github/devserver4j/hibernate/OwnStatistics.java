package io.github.devserver4j.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.stat.internal.StatisticsImpl;
import org.hibernate.stat.spi.StatisticsFactory;
import org.hibernate.stat.spi.StatisticsImplementor;

/** Statistics of the application's own making. */
public final class OwnStatistics implements StatisticsFactory {

    @Override
    public StatisticsImplementor buildStatistics(SessionFactoryImplementor factory) {
        return new Marked(factory);
    }

    static final class Marked extends StatisticsImpl {
        private static final long serialVersionUID = 1L;

        Marked(SessionFactoryImplementor factory) {
            super(factory);
        }
    }
}
