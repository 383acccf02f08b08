-- Which text message carried a code: the desk says whether the network took it.
ALTER TABLE access.one_time_code ADD delivery_id uuid;
