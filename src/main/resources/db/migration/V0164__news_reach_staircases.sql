-- An announcement may reach one staircase of a building.
ALTER TABLE news.announcement ADD staircase text;
ALTER TABLE news.announcement ADD CHECK (building IS NOT NULL OR staircase IS NULL);
