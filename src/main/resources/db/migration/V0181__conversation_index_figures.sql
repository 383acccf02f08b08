-- The figures read all that they add up in the index.
DROP INDEX conversation.conversation_opened_at_idx;
CREATE INDEX conversation_opened_at_idx ON conversation.conversation (opened_at)
    INCLUDE (agency_code, kind, state, answered_at);
CREATE INDEX conversation_owed_idx ON conversation.conversation (agency_code, due_at) WHERE due_at IS NOT NULL;
