//! How text is laid out is invisible.

use super::*;

#[test]
fn wrapping_is_invisible() {
    let old = "La Secretaría publicará el inventario de datos cada año y lo revisará.";
    assert_eq!(edited(old, "La Secretaría publicará\nel inventario de datos cada\n   año y lo revisará.\n"), NONE);
    assert_eq!(
        edited(old, "> hola\n\nLa Secretaría publicará  el inventario\\\nde datos cada año y lo revisará."),
        ["hola"]
    );
    assert_eq!(edited("> Uno dos tres cuatro.", "> Uno dos\n> tres cuatro."), NONE);
}

#[test]
fn the_padding_of_a_table_is_invisible() {
    let old = "| Dato | Plazo |\n| --- | --- |\n| Padrón | 10 días |\n";
    assert_eq!(edited(old, "| Dato   | Plazo   |\n|:-------|--------:|\n| Padrón | 10 días |\n"), NONE);
    assert_eq!(edited(old, "Dato|Plazo\n---|---\nPadrón|10 días\n"), NONE);
    assert_eq!(edited(old, "| Dato | Plazo |\n| --- | --- |\n| Padrón | 15 días |\n"), ["15"]);
}

#[test]
fn a_row_added_to_a_table_is_new_and_a_moved_one_is_not() {
    let old = "| Dato | Plazo |\n| --- | --- |\n| Padrón | 10 días |\n| Catastro | 5 días |\n";
    let added = "| Dato | Plazo |\n| --- | --- |\n| Padrón | 10 días |\n| Mapas | 3 meses |\n| Catastro | 5 días |\n";
    assert_eq!(edited(old, added), ["| Mapas | 3 meses |"]);
    let moved = "| Dato | Plazo |\n| --- | --- |\n| Catastro | 5 días |\n| Padrón | 10 días |\n";
    assert_eq!(edited(old, moved), NONE);
}

#[test]
fn a_column_added_to_a_table_is_its_cells() {
    let old = "| Dato | Plazo |\n| --- | --- |\n| Padrón | 10 días |\n";
    let new = "| Dato | Plazo | Sede |\n| --- | --- | --- |\n| Padrón | 10 días | Colima |\n";
    assert_eq!(edited(old, new), ["Sede", "Colima"]);
}

#[test]
fn the_numbers_of_a_list_are_invisible() {
    let old = "1. Reunir los datos.\n2. Publicar los datos.\n3. Revisar los datos.\n";
    assert_eq!(edited(old, "5) Reunir los datos.\n6) Publicar los datos.\n7) Revisar los datos.\n"), NONE);
    assert_eq!(edited(old, "- Reunir los datos.\n- Publicar los datos.\n- Revisar los datos.\n"), NONE);
    let inserted = "1. Reunir los datos.\n2. Pedir permiso.\n3. Publicar los datos.\n4. Revisar los datos.\n";
    assert_eq!(edited(old, inserted), ["Pedir permiso."]);
    assert_eq!(edited(old, "1. Publicar los datos.\n2. Reunir los datos.\n3. Revisar los datos.\n"), NONE);
}

#[test]
fn indentation_of_a_list_is_invisible() {
    assert_eq!(edited("- Uno:\n  - dos;\n  - tres.\n", "*   Uno:\n    *   dos;\n    *   tres.\n"), NONE);
}
