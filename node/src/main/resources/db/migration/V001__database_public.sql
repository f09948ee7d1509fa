-- Every room has a schema of its own; nobody but the owner puts anything into "public".
revoke create on schema public from public;
