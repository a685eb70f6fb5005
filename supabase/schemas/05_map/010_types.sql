create domain public."application/vnd.mapbox-vector-tile" as bytea;
comment on domain public."application/vnd.mapbox-vector-tile" is
  'Answers with this type leave the Data API raw, with this media type.';

