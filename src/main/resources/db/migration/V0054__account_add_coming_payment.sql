-- Money on its way to a rent account, shown beside the ledger until the ERP's entry is there.
CREATE TABLE account.coming_payment (
    id            uuid PRIMARY KEY,
    lease_number  text COLLATE "C" NOT NULL,
    method        text   NOT NULL,
    amount_cents  bigint NOT NULL CHECK (amount_cents > 0),
    reference     text COLLATE "C" NOT NULL UNIQUE, -- what the ERP gives back as reference_paiement
    state         text   NOT NULL,
    at            timestamptz NOT NULL,
    expected_on   date   NOT NULL,
    withdrawn_at  timestamptz,
    entry_id      text COLLATE "C", -- the ledger entry of that lease which it became
    posted_at     timestamptz,
    matched_by    text, -- who of the office said so; null when the reference did
    CHECK ((entry_id IS NULL) = (posted_at IS NULL))
);
CREATE INDEX ON account.coming_payment (lease_number) WHERE entry_id IS NULL AND withdrawn_at IS NULL;
CREATE INDEX ON account.coming_payment (posted_at) WHERE entry_id IS NOT NULL;
