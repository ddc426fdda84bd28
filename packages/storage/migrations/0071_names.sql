-- Names in the order in which people look them up: by pinyin, and 第2小学 before 第10小学. The collation tells
-- different names apart, so that a page can go on after the last name of the one before. A PostgreSQL that was
-- built without ICU has no such order; there names stand by their code.
DO $$
BEGIN
  CREATE COLLATION kaohe_names (provider = icu, locale = 'zh-u-co-pinyin-kn');
EXCEPTION WHEN feature_not_supported THEN
  CREATE COLLATION kaohe_names FROM "C";
END $$;
