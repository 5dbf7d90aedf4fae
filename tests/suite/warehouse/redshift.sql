-- dictionary.sql
DROP TABLE IF EXISTS outsift_dictionary;
CREATE TABLE outsift_dictionary (column_name VARCHAR(65535), value VARCHAR(65535), level INTEGER);
INSERT INTO outsift_dictionary VALUES
  ('repetitiveness', '2', 25),
  ('repetitiveness', '5', 100),
  ('repetitiveness', 'High', 100),
  ('repetitiveness', 'Low', 0),
  ('annual_volume', '1.5', 0),
  ('annual_volume', '10,000-50,000', 100),
  ('annual_volume', '12000', 100),
  ('annual_volume', '500', 0),
  ('specialisation', ('High - it''s ' || CHR(92) || ' ours'), 100),
  ('specialisation', 'Medium "for now"', NULL),
  ('specialisation', 'low', 0),
  ('specialisation', 'n/a', NULL),
  ('control wanted', 'Yes', 100),
  ('control wanted', 'no', 0),
  ('control wanted', 'yes', 100);

-- levels.sql
CREATE OR REPLACE VIEW outsift_levels AS
WITH outsift_words AS (
  SELECT column_name, value,
    CASE WHEN CAST(level AS VARCHAR(65535)) <> '' THEN CAST(level AS INTEGER) END AS level
  FROM outsift_dictionary
)
, outsift_texts AS (
  SELECT t."id" AS k0,
    CAST(t."repetitiveness" AS VARCHAR(65535)) AS s0,
    CAST(t."annual_volume" AS VARCHAR(65535)) AS s1,
    CAST(t."specialisation" AS VARCHAR(65535)) AS s2,
    CAST(t."control wanted" AS VARCHAR(65535)) AS s3
  FROM raw.functions AS t
)
, outsift_found AS (
  SELECT k0,
    d0.level AS q0,
    CASE WHEN d0.value IS NULL THEN CASE WHEN s0 ~ '^-?([0-9]+([.][0-9]+)?|[0-9]([.][0-9]+)?[eE][-+]?[0-9]+)$' THEN CAST(s0 AS DOUBLE PRECISION) END END AS n0,
    d1.level AS q1,
    CASE WHEN d1.value IS NULL THEN CASE WHEN s1 ~ '^-?([0-9]+([.][0-9]+)?|[0-9]([.][0-9]+)?[eE][-+]?[0-9]+)$' THEN CAST(s1 AS DOUBLE PRECISION) END END AS n1,
    d2.level AS r2,
    d3.level AS r3
  FROM outsift_texts
  LEFT JOIN outsift_words AS d0 ON d0.column_name = 'repetitiveness' AND d0.value = outsift_texts.s0
  LEFT JOIN outsift_words AS d1 ON d1.column_name = 'annual_volume' AND d1.value = outsift_texts.s1
  LEFT JOIN outsift_words AS d2 ON d2.column_name = 'specialisation' AND d2.value = outsift_texts.s2
  LEFT JOIN outsift_words AS d3 ON d3.column_name = 'control wanted' AND d3.value = outsift_texts.s3
)
, outsift_read AS (
  SELECT k0,
    COALESCE(q0, CASE WHEN (n0 - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) >= 0 AND (n0 - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) <= 1 THEN CAST(FLOOR((n0 - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) * 100 + 0.5) AS INTEGER) END) AS r0,
    COALESCE(q1, CASE WHEN n1 < 0 OR n1 > CAST(1000000000000000 AS DOUBLE PRECISION) THEN NULL WHEN n1 < CAST(1000 AS DOUBLE PRECISION) THEN 0 WHEN n1 > CAST(10000 AS DOUBLE PRECISION) THEN 100 WHEN n1 IS NOT NULL THEN 50 END) AS r1,
    r2, r3
  FROM outsift_found
)
SELECT k0 AS "id",
    CASE WHEN r0 IS NOT NULL THEN r0 ELSE CAST(NULL AS INTEGER) END AS level_repetitiveness,
    CASE WHEN r0 IS NOT NULL THEN CASE WHEN r0 > 100 THEN 100 WHEN r0 > 75 THEN 75 WHEN r0 > 50 THEN 50 WHEN r0 > 25 THEN 25 WHEN r0 > 0 THEN 0 END ELSE CAST(NULL AS INTEGER) END AS lower_repetitiveness,
    CASE WHEN r0 IS NOT NULL THEN CASE WHEN r0 < 0 THEN 0 WHEN r0 < 25 THEN 25 WHEN r0 < 50 THEN 50 WHEN r0 < 75 THEN 75 WHEN r0 < 100 THEN 100 END ELSE CAST(NULL AS INTEGER) END AS higher_repetitiveness,
    CASE WHEN r1 IS NOT NULL THEN r1 ELSE CAST(NULL AS INTEGER) END AS level_volume,
    CASE WHEN r1 IS NOT NULL THEN CASE WHEN r1 > 100 THEN 100 WHEN r1 > 50 THEN 50 WHEN r1 > 0 THEN 0 END ELSE CAST(NULL AS INTEGER) END AS lower_volume,
    CASE WHEN r1 IS NOT NULL THEN CASE WHEN r1 < 0 THEN 0 WHEN r1 < 50 THEN 50 WHEN r1 < 100 THEN 100 END ELSE CAST(NULL AS INTEGER) END AS higher_volume,
    CASE WHEN r2 IS NOT NULL THEN r2 ELSE CAST(NULL AS INTEGER) END AS level_specialisation,
    CASE WHEN r2 IS NOT NULL THEN CASE WHEN r2 > 100 THEN 100 WHEN r2 > 50 THEN 50 WHEN r2 > 0 THEN 0 END ELSE CAST(NULL AS INTEGER) END AS lower_specialisation,
    CASE WHEN r2 IS NOT NULL THEN CASE WHEN r2 < 0 THEN 0 WHEN r2 < 50 THEN 50 WHEN r2 < 100 THEN 100 END ELSE CAST(NULL AS INTEGER) END AS higher_specialisation,
    CASE WHEN r3 IS NOT NULL THEN r3 ELSE CAST(NULL AS INTEGER) END AS level_control,
    CASE WHEN r3 IS NOT NULL THEN CASE WHEN r3 > 100 THEN 100 WHEN r3 > 50 THEN 50 WHEN r3 > 0 THEN 0 END ELSE CAST(NULL AS INTEGER) END AS lower_control,
    CASE WHEN r3 IS NOT NULL THEN CASE WHEN r3 < 0 THEN 0 WHEN r3 < 50 THEN 50 WHEN r3 < 100 THEN 100 END ELSE CAST(NULL AS INTEGER) END AS higher_control
  FROM outsift_read;

-- verdicts.sql
WITH outsift_facts AS (
  SELECT "id" AS k0,
    (COALESCE(level_repetitiveness + 1, 0) * 102 + COALESCE(lower_repetitiveness + 1, 0)) * 102 + COALESCE(higher_repetitiveness + 1, 0) AS p0,
    (COALESCE(level_volume + 1, 0) * 102 + COALESCE(lower_volume + 1, 0)) * 102 + COALESCE(higher_volume + 1, 0) AS p1,
    (COALESCE(level_specialisation + 1, 0) * 102 + COALESCE(lower_specialisation + 1, 0)) * 102 + COALESCE(higher_specialisation + 1, 0) AS p2,
    (COALESCE(level_control + 1, 0) * 102 + COALESCE(lower_control + 1, 0)) * 102 + COALESCE(higher_control + 1, 0) AS p3
  FROM outsift_levels
)
, outsift_profiles AS (
  SELECT DISTINCT p0, p1, p2, p3
  FROM outsift_facts
)
, outsift_halves AS (
  SELECT DISTINCT p0, p1, p2, p3,
    CAST(FLOOR(CAST(p0 AS DOUBLE PRECISION) / 102) AS INTEGER) AS q0,
    CAST(FLOOR(CAST(p1 AS DOUBLE PRECISION) / 102) AS INTEGER) AS q1,
    CAST(FLOOR(CAST(p2 AS DOUBLE PRECISION) / 102) AS INTEGER) AS q2,
    CAST(FLOOR(CAST(p3 AS DOUBLE PRECISION) / 102) AS INTEGER) AS q3
  FROM outsift_profiles
)
, outsift_thirds AS (
  SELECT DISTINCT p0, p1, p2, p3,
    CAST(FLOOR(CAST(q0 AS DOUBLE PRECISION) / 102) AS INTEGER) AS x0,
    p0 - 102 * q0 AS z0,
    q0,
    CAST(FLOOR(CAST(q1 AS DOUBLE PRECISION) / 102) AS INTEGER) AS x1,
    p1 - 102 * q1 AS z1,
    q1,
    CAST(FLOOR(CAST(q2 AS DOUBLE PRECISION) / 102) AS INTEGER) AS x2,
    p2 - 102 * q2 AS z2,
    q2,
    CAST(FLOOR(CAST(q3 AS DOUBLE PRECISION) / 102) AS INTEGER) AS x3,
    p3 - 102 * q3 AS z3,
    q3
  FROM outsift_halves
)
, outsift_apart AS (
  SELECT DISTINCT p0, p1, p2, p3,
    CASE WHEN x0 > 0 THEN x0 - 1 END AS a0,
    CASE WHEN (q0 - 102 * x0) > 0 THEN (q0 - 102 * x0) - 1 END AS b0,
    CASE WHEN z0 > 0 THEN z0 - 1 END AS c0,
    CASE WHEN x1 > 0 THEN x1 - 1 END AS a1,
    CASE WHEN (q1 - 102 * x1) > 0 THEN (q1 - 102 * x1) - 1 END AS b1,
    CASE WHEN z1 > 0 THEN z1 - 1 END AS c1,
    CASE WHEN x2 > 0 THEN x2 - 1 END AS a2,
    CASE WHEN (q2 - 102 * x2) > 0 THEN (q2 - 102 * x2) - 1 END AS b2,
    CASE WHEN z2 > 0 THEN z2 - 1 END AS c2,
    CASE WHEN x3 > 0 THEN x3 - 1 END AS a3,
    CASE WHEN (q3 - 102 * x3) > 0 THEN (q3 - 102 * x3) - 1 END AS b3,
    CASE WHEN z3 > 0 THEN z3 - 1 END AS c3
  FROM outsift_thirds
)
, outsift_evidence AS (
  SELECT DISTINCT p0, p1, p2, p3, a0, b0, c0, a1, b1, c1, a2, b2, c2, a3, b3, c3,
    (GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) AS e0,
    (GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) AS l0,
    (GREATEST(0, (2 * LEAST(COALESCE(a0, 100), COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) AS m0,
    (CASE WHEN GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) > 0 THEN 1 ELSE 0 END) * (CASE WHEN GREATEST(0, (2 * (COALESCE(a2, 0)) - 100)) > 0 THEN 1 ELSE 0 END) AS t0,
    (GREATEST(0, (2 * (COALESCE(a3, 0)) - 100)) - GREATEST(0, (2 * (COALESCE((100 - a3), 0)) - 100))) AS e1,
    (GREATEST(0, (2 * (COALESCE(a3, 0)) - 100)) - GREATEST(0, (2 * (COALESCE((100 - a3), 100)) - 100))) AS l1,
    (GREATEST(0, (2 * (COALESCE(a3, 100)) - 100)) - GREATEST(0, (2 * (COALESCE((100 - a3), 0)) - 100))) AS m1,
    (CASE WHEN GREATEST(0, (2 * (COALESCE(a3, 0)) - 100)) > 0 THEN 1 ELSE 0 END) * (CASE WHEN GREATEST(0, (2 * (COALESCE((100 - a3), 0)) - 100)) > 0 THEN 1 ELSE 0 END) AS t1
  FROM outsift_apart
)
, outsift_sums AS (
  SELECT DISTINCT p0, p1, p2, p3, a0, b0, c0, a1, b1, c1, a2, b2, c2, a3, b3, c3, e0, l0, m0, t0, e1, l1, m1, t1,
    (CAST(1000 AS BIGINT) * e0 + CAST(500 AS BIGINT) * e1) AS w,
    (CAST(1000 AS BIGINT) * l0 + CAST(500 AS BIGINT) * l1) AS w_least,
    (CAST(1000 AS BIGINT) * m0 + CAST(500 AS BIGINT) * m1) AS w_most,
    (CAST(1000 AS BIGINT) * ABS(e0) + CAST(500 AS BIGINT) * ABS(e1)) AS w_size
  FROM outsift_evidence
)
, outsift_judged AS (
  SELECT DISTINCT p0, p1, p2, p3, a0, b0, c0, a1, b1, c1, a2, b2, c2, a3, b3, c3, e0, l0, m0, t0, e1, l1, m1, t1, w, w_least,
    w_most, w_size,
    CASE WHEN w_least > 0 THEN 1 WHEN w_most < 0 THEN -1 WHEN (w_least = 0 AND w_most = 0) THEN 0 WHEN ((300000 - (w_most - w_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (w_most - w_least)) < 15000000) THEN 2 WHEN w > 0 THEN 1 WHEN w < 0 THEN -1 ELSE 2 END AS v,
    (w + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(b0, COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - e0)) AS b0_w,
    (w_least + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(b0, COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) - l0)) AS b0_least,
    (w_most + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(b0, COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - m0)) AS b0_most,
    (w + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(c0, COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - e0)) AS c0_w,
    (w_least + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(c0, COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) - l0)) AS c0_least,
    (w_most + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(c0, COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - m0)) AS c0_most,
    (w + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), b1) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - e0)) AS b1_w,
    (w_least + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), b1) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) - l0)) AS b1_least,
    (w_most + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 100), b1) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - m0)) AS b1_most,
    (w + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), c1) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - e0)) AS c1_w,
    (w_least + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), c1) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) - l0)) AS c1_least,
    (w_most + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 100), c1) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) - m0)) AS c1_most,
    (w + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * b2 - 100))) - e0)) AS b2_w,
    (w_least + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * b2 - 100))) - l0)) AS b2_least,
    (w_most + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 100), COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * b2 - 100))) - m0)) AS b2_most,
    (w + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * c2 - 100))) - e0)) AS c2_w,
    (w_least + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * c2 - 100))) - l0)) AS c2_least,
    (w_most + CAST(1000 AS BIGINT) * ((GREATEST(0, (2 * LEAST(COALESCE(a0, 100), COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * c2 - 100))) - m0)) AS c2_most,
    (w + CAST(500 AS BIGINT) * ((GREATEST(0, (2 * b3 - 100)) - GREATEST(0, (2 * (100 - b3) - 100))) - e1)) AS b3_w,
    (w_least + CAST(500 AS BIGINT) * ((GREATEST(0, (2 * b3 - 100)) - GREATEST(0, (2 * (100 - b3) - 100))) - l1)) AS b3_least,
    (w_most + CAST(500 AS BIGINT) * ((GREATEST(0, (2 * b3 - 100)) - GREATEST(0, (2 * (100 - b3) - 100))) - m1)) AS b3_most,
    (w + CAST(500 AS BIGINT) * ((GREATEST(0, (2 * c3 - 100)) - GREATEST(0, (2 * (100 - c3) - 100))) - e1)) AS c3_w,
    (w_least + CAST(500 AS BIGINT) * ((GREATEST(0, (2 * c3 - 100)) - GREATEST(0, (2 * (100 - c3) - 100))) - l1)) AS c3_least,
    (w_most + CAST(500 AS BIGINT) * ((GREATEST(0, (2 * c3 - 100)) - GREATEST(0, (2 * (100 - c3) - 100))) - m1)) AS c3_most
  FROM outsift_sums
)
, outsift_told AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v,
    CASE WHEN (w_least > 0 OR w_most < 0 OR (w_least = 0 AND w_most = 0)) THEN 'settled' WHEN (v = 1 OR v = -1) THEN 'provisional' ELSE 'open' END AS stands,
    CASE WHEN (v = 1 OR v = -1) THEN CASE WHEN ((v = 1 OR v = -1) AND (CASE WHEN ABS(e0) > 0 THEN 1 ELSE 0 END + CASE WHEN ABS(e1) > 0 THEN 1 ELSE 0 END) = 1) THEN 'thin' WHEN ((CASE WHEN e0 * (CASE WHEN v = 1 THEN 1 ELSE -1 END) < 0 THEN 1 ELSE 0 END + t0) + (CASE WHEN e1 * (CASE WHEN v = 1 THEN 1 ELSE -1 END) < 0 THEN 1 ELSE 0 END + t1)) > 0 THEN 'contested' ELSE 'clear' END WHEN v = 0 THEN CASE WHEN ((CASE WHEN ABS(e0) > 0 THEN 1 ELSE 0 END + t0) + (CASE WHEN ABS(e1) > 0 THEN 1 ELSE 0 END + t1)) = 0 THEN 'neutral' ELSE 'balanced' END ELSE NULL END AS strong,
    CASE WHEN v <> 2 AND ((b0 IS NOT NULL AND CASE WHEN b0_least > 0 THEN 1 WHEN b0_most < 0 THEN -1 WHEN (b0_least = 0 AND b0_most = 0) THEN 0 WHEN ((300000 - (b0_most - b0_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (b0_most - b0_least)) < 15000000) THEN 2 WHEN b0_w > 0 THEN 1 WHEN b0_w < 0 THEN -1 ELSE 2 END <> v)
      OR (c0 IS NOT NULL AND CASE WHEN c0_least > 0 THEN 1 WHEN c0_most < 0 THEN -1 WHEN (c0_least = 0 AND c0_most = 0) THEN 0 WHEN ((300000 - (c0_most - c0_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (c0_most - c0_least)) < 15000000) THEN 2 WHEN c0_w > 0 THEN 1 WHEN c0_w < 0 THEN -1 ELSE 2 END <> v)
      OR (b1 IS NOT NULL AND CASE WHEN b1_least > 0 THEN 1 WHEN b1_most < 0 THEN -1 WHEN (b1_least = 0 AND b1_most = 0) THEN 0 WHEN ((300000 - (b1_most - b1_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (b1_most - b1_least)) < 15000000) THEN 2 WHEN b1_w > 0 THEN 1 WHEN b1_w < 0 THEN -1 ELSE 2 END <> v)
      OR (c1 IS NOT NULL AND CASE WHEN c1_least > 0 THEN 1 WHEN c1_most < 0 THEN -1 WHEN (c1_least = 0 AND c1_most = 0) THEN 0 WHEN ((300000 - (c1_most - c1_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (c1_most - c1_least)) < 15000000) THEN 2 WHEN c1_w > 0 THEN 1 WHEN c1_w < 0 THEN -1 ELSE 2 END <> v)
      OR (b2 IS NOT NULL AND CASE WHEN b2_least > 0 THEN 1 WHEN b2_most < 0 THEN -1 WHEN (b2_least = 0 AND b2_most = 0) THEN 0 WHEN ((300000 - (b2_most - b2_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (b2_most - b2_least)) < 15000000) THEN 2 WHEN b2_w > 0 THEN 1 WHEN b2_w < 0 THEN -1 ELSE 2 END <> v)
      OR (c2 IS NOT NULL AND CASE WHEN c2_least > 0 THEN 1 WHEN c2_most < 0 THEN -1 WHEN (c2_least = 0 AND c2_most = 0) THEN 0 WHEN ((300000 - (c2_most - c2_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (c2_most - c2_least)) < 15000000) THEN 2 WHEN c2_w > 0 THEN 1 WHEN c2_w < 0 THEN -1 ELSE 2 END <> v)
      OR (b3 IS NOT NULL AND CASE WHEN b3_least > 0 THEN 1 WHEN b3_most < 0 THEN -1 WHEN (b3_least = 0 AND b3_most = 0) THEN 0 WHEN ((300000 - (b3_most - b3_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (b3_most - b3_least)) < 15000000) THEN 2 WHEN b3_w > 0 THEN 1 WHEN b3_w < 0 THEN -1 ELSE 2 END <> v)
      OR (c3 IS NOT NULL AND CASE WHEN c3_least > 0 THEN 1 WHEN c3_most < 0 THEN -1 WHEN (c3_least = 0 AND c3_most = 0) THEN 0 WHEN ((300000 - (c3_most - c3_least)) <= 0 OR CAST(100 AS BIGINT) * (300000 - (c3_most - c3_least)) < 15000000) THEN 2 WHEN c3_w > 0 THEN 1 WHEN c3_w < 0 THEN -1 ELSE 2 END <> v)) THEN 1 ELSE 0 END AS hangs,
    NULLIF(SUBSTR(CASE WHEN (a0 IS NULL AND l0 <> m0 AND ((GREATEST(0, (2 * LEAST(0, COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) <> l0 OR (GREATEST(0, (2 * LEAST(0, COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) <> m0 OR (GREATEST(0, (2 * LEAST(50, COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) <> l0 OR (GREATEST(0, (2 * LEAST(50, COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) <> m0 OR (GREATEST(0, (2 * LEAST(100, COALESCE(a1, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) <> l0 OR (GREATEST(0, (2 * LEAST(100, COALESCE(a1, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) <> m0)) THEN ',repetitiveness' ELSE '' END || CASE WHEN (a1 IS NULL AND l0 <> m0 AND ((GREATEST(0, (2 * LEAST(0, COALESCE(a0, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) <> l0 OR (GREATEST(0, (2 * LEAST(0, COALESCE(a0, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) <> m0 OR (GREATEST(0, (2 * LEAST(50, COALESCE(a0, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) <> l0 OR (GREATEST(0, (2 * LEAST(50, COALESCE(a0, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) <> m0 OR (GREATEST(0, (2 * LEAST(100, COALESCE(a0, 0)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 100)) - 100))) <> l0 OR (GREATEST(0, (2 * LEAST(100, COALESCE(a0, 100)) - 100)) - GREATEST(0, (2 * (COALESCE(a2, 0)) - 100))) <> m0)) THEN ',volume' ELSE '' END || CASE WHEN (a2 IS NULL AND l0 <> m0 AND (GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) <> l0 OR GREATEST(0, (2 * LEAST(COALESCE(a0, 100), COALESCE(a1, 100)) - 100)) <> m0 OR (GREATEST(0, (2 * LEAST(COALESCE(a0, 0), COALESCE(a1, 0)) - 100)) - 100) <> l0 OR (GREATEST(0, (2 * LEAST(COALESCE(a0, 100), COALESCE(a1, 100)) - 100)) - 100) <> m0)) THEN ',specialisation' ELSE '' END || CASE WHEN (a3 IS NULL AND l1 <> m1 AND (-100 <> l1 OR -100 <> m1 OR 0 <> l1 OR 0 <> m1 OR 100 <> l1 OR 100 <> m1)) THEN ',control' ELSE '' END, 2), '') AS lacks,
    CASE v WHEN 1 THEN e0 WHEN -1 THEN -e0 ELSE 0 END AS r_0,
    CASE v WHEN 1 THEN e1 WHEN -1 THEN -e1 ELSE 0 END AS r_1,
    CASE v WHEN 1 THEN l0 WHEN -1 THEN -m0 ELSE 0 END AS s_0,
    CASE v WHEN 1 THEN l1 WHEN -1 THEN -m1 ELSE 0 END AS s_1
  FROM outsift_judged
)
, outsift_sorted_0 AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks,
    LEAST(r_0, r_1) AS r0_0,
    GREATEST(r_0, r_1) AS r0_1,
    LEAST(s_0, s_1) AS s0_0,
    GREATEST(s_0, s_1) AS s0_1
  FROM outsift_told
)
, outsift_sorted_1 AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks, r0_0,
    r0_1, s0_0, s0_1
  FROM outsift_sorted_0
)
, outsift_sides AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks,
    CAST(GREATEST(r0_0, 0) AS DOUBLE PRECISION) AS r_y0,
    CAST(GREATEST(r0_1, 0) AS DOUBLE PRECISION) AS r_y1,
    CAST(GREATEST(-r0_1, 0) AS DOUBLE PRECISION) AS r_x0,
    CAST(GREATEST(-r0_0, 0) AS DOUBLE PRECISION) AS r_x1,
    CAST(GREATEST(s0_0, 0) AS DOUBLE PRECISION) AS s_y0,
    CAST(GREATEST(s0_1, 0) AS DOUBLE PRECISION) AS s_y1,
    CAST(GREATEST(-s0_1, 0) AS DOUBLE PRECISION) AS s_x0,
    CAST(GREATEST(-s0_0, 0) AS DOUBLE PRECISION) AS s_x1
  FROM outsift_sorted_1
)
, outsift_diagonal_1 AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks, r_y0,
    r_x0, r_y1, r_x1,
    CASE WHEN r_y0 > 0 THEN (r_y0 * CAST(1 AS DOUBLE PRECISION) + r_x0 * CAST(0 AS DOUBLE PRECISION)) / (r_y0 + r_x0) ELSE CAST(0 AS DOUBLE PRECISION) END AS r_s1_1,
    s_y0, s_x0, s_y1, s_x1,
    CASE WHEN s_y0 > 0 THEN (s_y0 * CAST(1 AS DOUBLE PRECISION) + s_x0 * CAST(0 AS DOUBLE PRECISION)) / (s_y0 + s_x0) ELSE CAST(0 AS DOUBLE PRECISION) END AS s_s1_1
  FROM outsift_sides
)
, outsift_diagonal_2 AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks, r_y0,
    r_x0, r_y1, r_x1,
    CASE WHEN r_y0 > 0 THEN (r_y0 * r_s1_1 + r_x1 * CAST(0 AS DOUBLE PRECISION)) / (r_y0 + r_x1) ELSE CAST(0 AS DOUBLE PRECISION) END AS r_s1_2,
    CASE WHEN r_y1 > 0 THEN (r_y1 * CAST(1 AS DOUBLE PRECISION) + r_x0 * r_s1_1) / (r_y1 + r_x0) ELSE r_s1_1 END AS r_s2_1,
    s_y0, s_x0, s_y1, s_x1,
    CASE WHEN s_y0 > 0 THEN (s_y0 * s_s1_1 + s_x1 * CAST(0 AS DOUBLE PRECISION)) / (s_y0 + s_x1) ELSE CAST(0 AS DOUBLE PRECISION) END AS s_s1_2,
    CASE WHEN s_y1 > 0 THEN (s_y1 * CAST(1 AS DOUBLE PRECISION) + s_x0 * s_s1_1) / (s_y1 + s_x0) ELSE s_s1_1 END AS s_s2_1
  FROM outsift_diagonal_1
)
, outsift_diagonal_3 AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks, r_y0,
    r_x0, r_y1, r_x1,
    CASE WHEN r_y1 > 0 THEN (r_y1 * r_s2_1 + r_x1 * r_s1_2) / (r_y1 + r_x1) ELSE r_s1_2 END AS r_s2_2,
    s_y0, s_x0, s_y1, s_x1,
    CASE WHEN s_y1 > 0 THEN (s_y1 * s_s2_1 + s_x1 * s_s1_2) / (s_y1 + s_x1) ELSE s_s1_2 END AS s_s2_2
  FROM outsift_diagonal_2
)
, outsift_shares AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks,
    CASE WHEN r_y1 > 0 THEN r_s2_2 ELSE CAST(0 AS DOUBLE PRECISION) END AS r_share,
    CASE WHEN s_y1 > 0 THEN s_s2_2 ELSE CAST(0 AS DOUBLE PRECISION) END AS s_share
  FROM outsift_diagonal_3
)
, outsift_reviewed AS (
  SELECT DISTINCT p0, p1, p2, p3, e0, l0, m0, e1, l1, m1, w, w_least, w_most, w_size, v, stands, strong, hangs, lacks, r_share,
    s_share,
    NULLIF(SUBSTR(CASE WHEN strong = 'balanced' THEN ';split' ELSE '' END || CASE WHEN strong = 'neutral' THEN ';neutral' ELSE '' END || CASE WHEN stands = 'provisional' THEN ';provisional' ELSE '' END || CASE WHEN ((v = 1 OR v = -1) AND ABS(w) <= 30000) THEN ';borderline' ELSE '' END || CASE WHEN (v IN (1, -1) AND r_share * CAST(1000000000 AS DOUBLE PRECISION) < CAST(599999999.5 AS DOUBLE PRECISION)) THEN ';fragile' ELSE '' END || CASE WHEN strong = 'thin' THEN ';thin' ELSE '' END || CASE WHEN hangs = 1 THEN ';hangs on one reading' ELSE '' END, 2), '') AS reasons,
    LEAST(2, (CASE WHEN strong = 'balanced' THEN 1 ELSE 0 END + CASE WHEN strong = 'neutral' THEN 1 ELSE 0 END + CASE WHEN stands = 'provisional' THEN 1 ELSE 0 END + CASE WHEN ((v = 1 OR v = -1) AND ABS(w) <= 30000) THEN 1 ELSE 0 END + CASE WHEN (v IN (1, -1) AND r_share * CAST(1000000000 AS DOUBLE PRECISION) < CAST(599999999.5 AS DOUBLE PRECISION)) THEN 1 ELSE 0 END + CASE WHEN strong = 'thin' THEN 1 ELSE 0 END + hangs)) AS flagged
  FROM outsift_shares
)
, outsift_verdicts AS (
  SELECT DISTINCT p0, p1, p2, p3,
    CASE v WHEN 1 THEN 'bpo' WHEN -1 THEN 'traditional-outsourcing' WHEN 0 THEN 'split' WHEN 2 THEN 'insufficient-evidence' END AS verdict,
    stands AS standing,
    CASE WHEN v = 0 THEN CAST(NULL AS VARCHAR(65535)) ELSE strong END AS strength,
    CASE WHEN v = 0 THEN strong ELSE CAST(NULL AS VARCHAR(65535)) END AS split,
    CASE WHEN CASE WHEN (stands = 'settled' AND flagged = 0) THEN 'yes' ELSE 'no' END = 'yes' THEN TRUE ELSE FALSE END AS firm,
    CAST(w AS DOUBLE PRECISION) / CAST(1500 AS DOUBLE PRECISION) AS score,
    CAST(w_least AS DOUBLE PRECISION) / CAST(1500 AS DOUBLE PRECISION) AS score_low,
    CAST(w_most AS DOUBLE PRECISION) / CAST(1500 AS DOUBLE PRECISION) AS score_high,
    CASE WHEN w < 0 THEN -(CAST(FLOOR(ABS(CAST(w AS DOUBLE PRECISION) / CAST(1500 AS DOUBLE PRECISION)) + 0.5) AS INTEGER)) ELSE (CAST(FLOOR(ABS(CAST(w AS DOUBLE PRECISION) / CAST(1500 AS DOUBLE PRECISION)) + 0.5) AS INTEGER)) END AS score_rounded,
    CAST((300000 - (w_most - w_least)) AS DOUBLE PRECISION) / CAST(300000 AS DOUBLE PRECISION) AS coverage,
    CASE WHEN v IN (1, -1) THEN r_share END AS robustness,
    CASE WHEN v IN (1, -1) THEN s_share END AS robustness_low,
    CASE WHEN v IN (1, -1) THEN CASE WHEN w_size = 0 THEN CAST(0 AS DOUBLE PRECISION) ELSE CAST(ABS(w) AS DOUBLE PRECISION) / CAST(w_size AS DOUBLE PRECISION) END END AS flip,
    CASE WHEN v <> 2 AND ABS(w) <= 30000 THEN TRUE ELSE FALSE END AS borderline,
    reasons AS review,
    e0 AS cost_evidence,
    l0 AS cost_low,
    m0 AS cost_high,
    e1 AS control_evidence,
    l1 AS control_low,
    m1 AS control_high,
    lacks AS missing,
    '1c914e6bf2a33511d1af9551f58ce2ae629b2b792f4e8a3b24e0d20526309c43' AS rulebook_sha256
  FROM outsift_reviewed
)
SELECT k0 AS "id",
    verdict, standing, strength, split, firm, score, score_low, score_high, score_rounded, coverage, robustness,
    robustness_low, flip, borderline, review, cost_evidence, cost_low, cost_high, control_evidence, control_low,
    control_high, missing, rulebook_sha256
  FROM outsift_facts
  JOIN outsift_verdicts ON outsift_verdicts.p0 = outsift_facts.p0 AND outsift_verdicts.p1 = outsift_facts.p1 AND outsift_verdicts.p2 = outsift_facts.p2 AND outsift_verdicts.p3 = outsift_facts.p3;

-- unread.sql
SELECT 'repetitiveness' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT value, CASE WHEN value ~ '^-?([0-9]+([.][0-9]+)?|[0-9]([.][0-9]+)?[eE][-+]?[0-9]+)$' THEN CAST(value AS DOUBLE PRECISION) END AS number FROM (SELECT CAST(t."repetitiveness" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t) AS outsift_t
LEFT JOIN outsift_dictionary AS d ON d.column_name = 'repetitiveness' AND d.value = outsift_t.value
WHERE d.value IS NULL AND TRIM(outsift_t.value) <> ''
  AND CASE WHEN (outsift_t.number - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) >= 0 AND (outsift_t.number - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) <= 1 THEN CAST(FLOOR((outsift_t.number - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) * 100 + 0.5) AS INTEGER) END IS NULL
GROUP BY outsift_t.value
UNION ALL
SELECT 'annual_volume' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT value, CASE WHEN value ~ '^-?([0-9]+([.][0-9]+)?|[0-9]([.][0-9]+)?[eE][-+]?[0-9]+)$' THEN CAST(value AS DOUBLE PRECISION) END AS number FROM (SELECT CAST(t."annual_volume" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t) AS outsift_t
LEFT JOIN outsift_dictionary AS d ON d.column_name = 'annual_volume' AND d.value = outsift_t.value
WHERE d.value IS NULL AND TRIM(outsift_t.value) <> ''
  AND CASE WHEN outsift_t.number < 0 OR outsift_t.number > CAST(1000000000000000 AS DOUBLE PRECISION) THEN NULL WHEN outsift_t.number < CAST(1000 AS DOUBLE PRECISION) THEN 0 WHEN outsift_t.number > CAST(10000 AS DOUBLE PRECISION) THEN 100 WHEN outsift_t.number IS NOT NULL THEN 50 END IS NULL
GROUP BY outsift_t.value
UNION ALL
SELECT 'specialisation' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT CAST(t."specialisation" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t
LEFT JOIN outsift_dictionary AS d ON d.column_name = 'specialisation' AND d.value = outsift_t.value
WHERE d.value IS NULL AND TRIM(outsift_t.value) <> ''
GROUP BY outsift_t.value
UNION ALL
SELECT 'control wanted' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT CAST(t."control wanted" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t
LEFT JOIN outsift_dictionary AS d ON d.column_name = 'control wanted' AND d.value = outsift_t.value
WHERE d.value IS NULL AND TRIM(outsift_t.value) <> ''
GROUP BY outsift_t.value;

-- profile.sql
SELECT 'repetitiveness' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT value, CASE WHEN value ~ '^-?([0-9]+([.][0-9]+)?|[0-9]([.][0-9]+)?[eE][-+]?[0-9]+)$' THEN CAST(value AS DOUBLE PRECISION) END AS number FROM (SELECT CAST(t."repetitiveness" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t) AS outsift_t
WHERE outsift_t.value IS NOT NULL
  AND CASE WHEN (outsift_t.number - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) >= 0 AND (outsift_t.number - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) <= 1 THEN CAST(FLOOR((outsift_t.number - CAST(1 AS DOUBLE PRECISION)) / CAST(4 AS DOUBLE PRECISION) * 100 + 0.5) AS INTEGER) END IS NULL
GROUP BY outsift_t.value
UNION ALL
SELECT 'annual_volume' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT value, CASE WHEN value ~ '^-?([0-9]+([.][0-9]+)?|[0-9]([.][0-9]+)?[eE][-+]?[0-9]+)$' THEN CAST(value AS DOUBLE PRECISION) END AS number FROM (SELECT CAST(t."annual_volume" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t) AS outsift_t
WHERE outsift_t.value IS NOT NULL
  AND CASE WHEN outsift_t.number < 0 OR outsift_t.number > CAST(1000000000000000 AS DOUBLE PRECISION) THEN NULL WHEN outsift_t.number < CAST(1000 AS DOUBLE PRECISION) THEN 0 WHEN outsift_t.number > CAST(10000 AS DOUBLE PRECISION) THEN 100 WHEN outsift_t.number IS NOT NULL THEN 50 END IS NULL
GROUP BY outsift_t.value
UNION ALL
SELECT 'specialisation' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT CAST(t."specialisation" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t
WHERE outsift_t.value IS NOT NULL
GROUP BY outsift_t.value
UNION ALL
SELECT 'control wanted' AS column_name, outsift_t.value AS value, COUNT(*) AS n
FROM (SELECT CAST(t."control wanted" AS VARCHAR(65535)) AS value FROM raw.functions AS t) AS outsift_t
WHERE outsift_t.value IS NOT NULL
GROUP BY outsift_t.value;

