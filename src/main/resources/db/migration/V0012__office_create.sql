-- The desk's own things: who is at which conversation, what they have written so far, and reply templates.
CREATE SCHEMA office;

-- One row per member of staff and conversation. The draft lies here, not in a browser that colleagues share.
CREATE TABLE office.attendance (
    conversation_id uuid        NOT NULL,
    staff_id        uuid        NOT NULL,
    staff_name      text        NOT NULL,
    looked_at       timestamptz NOT NULL, -- when the look was last written into the log
    seen_at         timestamptz NOT NULL,
    draft           text        NOT NULL DEFAULT '',
    drafted_at      timestamptz,          -- the last key; null when nothing is being written
    PRIMARY KEY (conversation_id, staff_id)
);
CREATE INDEX ON office.attendance (seen_at);

CREATE TABLE office.reply_template (
    id         uuid PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    body       text NOT NULL, -- with {nom}, {solde}, … to be filled in
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL
);

INSERT INTO office.reply_template (id, name, body, changed_at, changed_by) VALUES
    ('0192f3a0-0000-7000-8000-000000000001', 'Bien reçu',
     E'Bonjour {civilité} {nom},\n\nNous avons bien reçu votre message. Nous vous répondons avant le {échéance}.\n\n{conseiller}\n{agence}', '2026-11-01T00:00:00Z', ''),
    ('0192f3a0-0000-7000-8000-000000000002', 'Demander une photo',
     E'Bonjour {civilité} {nom},\n\nPour envoyer la bonne personne, nous avons besoin d’une photo. Vous pouvez l’ajouter ici, avec le trombone.\n\n{conseiller}', '2026-11-01T00:00:00Z', ''),
    ('0192f3a0-0000-7000-8000-000000000003', 'Passage d’un technicien',
     E'Bonjour {civilité} {nom},\n\nUn technicien passera au {adresse}. Nous vous proposons des créneaux : choisissez celui qui vous convient, d’un bouton.\n\n{conseiller}', '2026-11-01T00:00:00Z', ''),
    ('0192f3a0-0000-7000-8000-000000000004', 'Solde du compte',
     E'Bonjour {civilité} {nom},\n\nLe solde de votre compte est de {solde}. Le détail, ligne par ligne, est dans l’application, à la page Compte.\n\n{conseiller}', '2026-11-01T00:00:00Z', ''),
    ('0192f3a0-0000-7000-8000-000000000005', 'Étaler une dette',
     E'Bonjour {civilité} {nom},\n\nNous pouvons étaler ce que vous devez, {solde}, sur plusieurs mois. Appelez-nous au {téléphone} ou répondez ici : nous fixons les montants ensemble.\n\n{conseiller}', '2026-11-01T00:00:00Z', ''),
    ('0192f3a0-0000-7000-8000-000000000006', 'Numéro de téléphone',
     E'Bonjour {civilité} {nom},\n\nPour changer votre numéro, passez à l’agence avec une pièce d’identité, ou appelez-nous au {téléphone}.\n\n{conseiller}\n{agence}', '2026-11-01T00:00:00Z', ''),
    ('0192f3a0-0000-7000-8000-000000000007', 'C’est fait',
     E'Bonjour {civilité} {nom},\n\nC’est fait. Si tout est en ordre, confirmez-le d’un bouton ; sinon, dites-nous ce qui ne va pas.\n\n{conseiller}', '2026-11-01T00:00:00Z', '');
