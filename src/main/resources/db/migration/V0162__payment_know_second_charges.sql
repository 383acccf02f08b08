-- The provider's number of money that it took a second time: told again, it is the same, and given back once.
ALTER TABLE payment.provider_message ADD second_charge text COLLATE "C";
