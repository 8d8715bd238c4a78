-- What a node has accepted may be known before its receipt for the receiving has come, when the answer that held it was lost. The
-- envelope then goes out once more, for the receipt; it is settled and not delivered until that is here.

ALTER TABLE exchange.outgoing
  DROP CONSTRAINT outgoing_check,
  ADD CONSTRAINT outgoing_check CHECK (delivered <= sent AND settled <= sent);
