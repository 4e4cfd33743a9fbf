"""Makes the files beside it: one small table as different programs write it.

    python make_tables.py        needs pandas, openpyxl, Rscript and soffice (LibreOffice)

The table has 24 rows; row r from 0 is written down in RealFilesTest. What Excel writes is imitated:
"CSV UTF-8" has a byte order mark and Windows line ends; the German "CSV" has semicolons, commas in
numbers and the letters of Windows-1252.
"""

import csv
import datetime as dt
import os
import pathlib
import subprocess
import tempfile

import pandas as pd

HERE = pathlib.Path(__file__).parent
TOWNS = ["Köln", "Orléans", 'Zürich, "alt"', "Ulm"]
ROWS = range(24)


def table():
    return pd.DataFrame(
        {
            "town": [TOWNS[r % 4] for r in ROWS],
            "price": [1000.25 + 137.5 * r for r in ROWS],
            "rooms": pd.array([None if r % 7 == 3 else r % 5 for r in ROWS], dtype="Int64"),
            "built": [dt.date(1990, 1, 1) + dt.timedelta(days=37 * r) for r in ROWS],
            "seen": [dt.datetime(2024, 3, 1, 8) + dt.timedelta(minutes=95 * r) for r in ROWS],
            "sold": [r % 2 == 0 for r in ROWS],
            "id": [1_700_000_000_000_000_000 + r for r in ROWS],
        }
    )


def german(number):
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))


def rows_of_excel(homes, number, date, time, true, false):
    yield list(homes.columns[:-1])
    for home in homes.itertuples(index=False):
        rooms = "" if pd.isna(home.rooms) else str(home.rooms)
        sold = true if home.sold else false
        yield [home.town, number(home.price), rooms, home.built.strftime(date),
               home.seen.strftime(time), sold]


def main():
    homes = table()
    homes.to_csv(HERE / "pandas.csv", index=False)
    homes.to_csv(HERE / "pandas-index.csv.gz", index=True, compression={"method": "gzip", "mtime": 1})
    homes.to_csv(HERE / "pandas-utf16.tsv", index=False, sep="\t", encoding="utf-16", na_rep="<NA>")
    with pd.ExcelWriter(HERE / "openpyxl.xlsx") as book:
        homes.drop(columns="id").to_excel(book, index=False, sheet_name="homes")
        homes[["town", "rooms"]].to_excel(book, index=False, sheet_name="rooms", startrow=2, startcol=1)
    with open(HERE / "excel-utf8.csv", "w", newline="", encoding="utf-8-sig") as out:
        csv.writer(out, delimiter=",").writerows(
            rows_of_excel(homes, lambda p: f"${p:,.2f}", "%m/%d/%Y", "%m/%d/%Y %H:%M",
                          "TRUE", "FALSE"))
    with open(HERE / "excel-german.csv", "w", newline="", encoding="windows-1252") as out:
        csv.writer(out, delimiter=";").writerows(
            rows_of_excel(homes, lambda p: german(p) + " €", "%d.%m.%Y", "%d.%m.%Y %H:%M",
                          "WAHR", "FALSCH"))
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder, "r.R")
        script.write_text(f"""
            homes <- read.csv("{HERE}/pandas.csv", colClasses = c(id = "character"))
            homes$sold <- homes$sold == "True"
            write.csv(homes, "{HERE}/r-csv.csv", fileEncoding = "UTF-8")
            write.csv2(homes, "{HERE}/r-csv2.csv", row.names = FALSE, fileEncoding = "latin1")
            write.table(homes, "{HERE}/r-table.tsv", sep = "\\t", fileEncoding = "UTF-8")
        """)
        subprocess.run(["Rscript", script], check=True)
        book = HERE / "openpyxl.xlsx"
        # separator, quote, UTF-8, first line, formats, German, quote only where needed, as shown
        filters = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true"
        for target, name, kept in [(filters, "openpyxl.csv", "libreoffice-german.csv"),
                                   ("xlsx:Calc MS Excel 2007 XML", "openpyxl.xlsx", "libreoffice.xlsx")]:
            subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                            "--convert-to", target, "--outdir", folder, book], check=True,
                           env={**os.environ, "LC_ALL": "de_DE.UTF-8"})
            pathlib.Path(folder, name).rename(HERE / kept)


main()
