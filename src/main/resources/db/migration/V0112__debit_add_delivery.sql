-- The text message that carried the code: whoever signs sees whether it arrived.
ALTER TABLE debit.signing_code ADD COLUMN delivery_id uuid;
