-- Debts paid month by month: asked for by a tenant, agreed with the agency.
CREATE SCHEMA plan;

CREATE TABLE plan.plan (
    id              uuid PRIMARY KEY,
    lease_number    text COLLATE "C" NOT NULL,
    tenant_number   text COLLATE "C" NOT NULL,
    conversation_id uuid        NOT NULL UNIQUE, -- the request in which it is talked over
    state           text        NOT NULL
        CHECK (state IN ('REQUESTED', 'PROPOSED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'COMPLETED', 'ENDED')),
    debt_cents      bigint      NOT NULL CHECK (debt_cents > 0),
    based_on        date        NOT NULL, -- whose balance the debt is
    requested_at    timestamptz NOT NULL,
    agreed_at       timestamptz,
    export_number   bigint,               -- of the package that told the ERP that it was agreed
    end_export_number bigint              -- and of the one that told its end
);
-- One at a time for a lease.
CREATE UNIQUE INDEX plan_open ON plan.plan (lease_number) WHERE state IN ('REQUESTED', 'PROPOSED', 'ACCEPTED');
CREATE INDEX ON plan.plan (lease_number, requested_at);
CREATE INDEX plan_to_decide ON plan.plan (requested_at) WHERE state IN ('REQUESTED', 'PROPOSED');
CREATE INDEX ON plan.plan (export_number);
CREATE INDEX ON plan.plan (end_export_number);

-- As agreed last; terms that were changed replace them before anything is agreed.
CREATE TABLE plan.instalment (
    id           uuid PRIMARY KEY,
    plan_id      uuid   NOT NULL REFERENCES plan.plan,
    place        int    NOT NULL,
    due_on       date   NOT NULL,
    amount_cents bigint NOT NULL CHECK (amount_cents > 0),
    UNIQUE (plan_id, place)
);

-- Each step of a plan, appended.
CREATE TABLE plan.step (
    id         uuid PRIMARY KEY,
    plan_id    uuid        NOT NULL REFERENCES plan.plan,
    at         timestamptz NOT NULL,
    from_state text,
    to_state   text        NOT NULL,
    actor      text        NOT NULL,
    actor_name text        NOT NULL,
    reason     text
);
CREATE INDEX ON plan.step (plan_id, at);
