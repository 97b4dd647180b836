-- What somebody typed and no record can hold yet, by the field it was typed in.
CREATE TABLE draft (
    place TEXT NOT NULL PRIMARY KEY,  -- supplier/SUP-03/sites[0].name
    text TEXT NOT NULL
) STRICT;
