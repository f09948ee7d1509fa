-- People who sign in with a provider of identities: which provider, and who they are to it. Such an account has no
-- password that anybody knows.
alter table accounts.account add column issuer text;
alter table accounts.account add column subject text;
alter table accounts.account add constraint account_of_provider check ((issuer is null) = (subject is null));
create unique index account_of_provider on accounts.account (issuer, subject);
