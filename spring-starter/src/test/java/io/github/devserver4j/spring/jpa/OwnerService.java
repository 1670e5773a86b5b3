package io.github.devserver4j.spring.jpa;

import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

class OwnerService {

    private final Owners owners;
    private final AuditService audit;
    private final PlatformTransactionManager transactions;

    OwnerService(Owners owners, AuditService audit, PlatformTransactionManager transactions) {
        this.owners = owners;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Transactional
    public long add(String name) {
        Owner owner = new Owner();
        owner.name = name;
        Pet pet = new Pet();
        pet.owner = owner;
        owner.pets.add(pet);
        return Objects.requireNonNull(owners.saveAndFlush(owner).id);
    }

    @Transactional
    public void addAndFail(String name) {
        add(name);
        throw new IllegalStateException("not wanted");
    }

    @Transactional
    public void addAudited(String name) {
        audit.count();
        add(name);
    }

    @Transactional(readOnly = true)
    public int pets(long id) {
        return owners.findById(id).orElseThrow().pets.size();
    }

    public long countInTemplate() {
        Long count = new TransactionTemplate(transactions).execute(status -> owners.count());
        return count == null ? 0 : count;
    }

    static class AuditService {
        private final Owners owners;

        AuditService(Owners owners) {
            this.owners = owners;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
        public long count() {
            return owners.count();
        }
    }
}
