-- Whether text messages go out at all: one row, made when somebody switches for the first time.
CREATE TABLE notification.sms_switch (
    single     boolean PRIMARY KEY DEFAULT true CHECK (single),
    is_on      boolean     NOT NULL,
    reason     text        NOT NULL,
    by_name    text        NOT NULL,
    changed_at timestamptz NOT NULL
);

-- What rings, until when the desk shows it.
CREATE TABLE notification.alarm (
    kind     text PRIMARY KEY, -- FEW_CODES_USED, LIMIT_NEAR
    figures  text        NOT NULL,
    rang_at  timestamptz NOT NULL,
    until    timestamptz NOT NULL
);

-- What the demonstration's mobile network does with the next messages.
CREATE TABLE notification.sandbox_weather (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    fault  text NOT NULL
);
